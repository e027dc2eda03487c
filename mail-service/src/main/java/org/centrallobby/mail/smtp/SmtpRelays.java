package org.centrallobby.mail.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.centrallobby.mail.identity.PlatformIdentity;
import org.centrallobby.mail.smtp.RelayConfig.Tls;
import org.jboss.logging.Logger;

/** The configured relays. Settings that contradict each other stop the start with a sentence that says what to do. */
@ApplicationScoped
class SmtpRelays implements Relays {
    private static final Logger LOG = Logger.getLogger(SmtpRelays.class);
    private static final String DEFAULT = "default";
    private static final int IMPLICIT_TLS_PORT = 465;

    private final List<Relay> all = new ArrayList<>();

    SmtpRelays(SmtpConfig config, PlatformIdentity platform, MailComposer composer, Safety safety) {
        var ehloName = config.ehloName().orElse(platform.identity().domain());
        if (config.relays().containsKey(DEFAULT)) {
            throw new IllegalStateException(
                    "The relay \"default\" is the one of smtp.host: name those of smtp.relays otherwise");
        }
        var relays = new TreeMap<String, RelayConfig>(config.relays());
        requireConsistent("smtp", config);
        relays.forEach((name, relay) -> requireConsistent("smtp.relays.\"%s\"".formatted(name), relay));
        var beyondThisMachine =
                !isLoopback(config.host()) || relays.values().stream().anyMatch(relay -> !isLoopback(relay.host()));
        if (beyondThisMachine) {
            requireNameOfAHost(ehloName);
        }
        var names = new ArrayList<String>(relays.keySet());
        names.addFirst(DEFAULT);
        var carriers = new Carriers(names);
        all.add(new SmtpRelay(DEFAULT, config, config, ehloName, composer, safety, carriers));
        relays.forEach(
                (name, relay) -> all.add(new SmtpRelay(name, relay, config, ehloName, composer, safety, carriers)));
    }

    @Override
    public List<Relay> all() {
        return List.copyOf(all);
    }

    private static void requireConsistent(String prefix, RelayConfig relay) {
        if (relay.user().isPresent() != relay.password().isPresent()) {
            throw new IllegalStateException(
                    "%s.user and %s.password go together: set both, or neither".formatted(prefix, prefix));
        }
        var local = isLoopback(relay.host());
        if (relay.user().isPresent() && !local && (relay.tls() == Tls.NONE || relay.tls() == Tls.OPPORTUNISTIC)) {
            throw new IllegalStateException(
                    "%s.tls=%s could send the password over the network in clear text: set %s.tls=required"
                            .formatted(prefix, relay.tls().name().toLowerCase(Locale.ROOT), prefix));
        }
        if (relay.port() == IMPLICIT_TLS_PORT && (relay.tls() == Tls.REQUIRED || relay.tls() == Tls.OPPORTUNISTIC)) {
            throw new IllegalStateException(
                    "Port 465 is encrypted from the first byte: set %s.tls=implicit, or %s.port=587"
                            .formatted(prefix, prefix));
        }
        if (relay.tls() == Tls.IMPLICIT && (relay.port() == 25 || relay.port() == 587)) {
            throw new IllegalStateException("Port %d begins in clear text: set %s.tls=required, or %s.port=465"
                    .formatted(relay.port(), prefix, prefix));
        }
        if (relay.caFile().isPresent() && (relay.tls() == Tls.NONE || relay.tls() == Tls.OPPORTUNISTIC)) {
            throw new IllegalStateException(
                    "%s.ca-file is of no use without a check of the certificate: set %s.tls=required or implicit"
                            .formatted(prefix, prefix));
        }
        if (relay.tls() == Tls.NONE && !local) {
            LOG.warnf("Mails go to the relay %s in clear text: %s.tls=none is for tests", relay.host(), prefix);
        }
    }

    /** Receivers look the name up and turn away who calls themselves localhost (RFC 5321, section 4.1.1.1). */
    private static void requireNameOfAHost(String name) {
        if (!name.matches(
                        "(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\\.[a-z][a-z0-9-]*[a-z0-9]")
                || name.toLowerCase(Locale.ROOT).contains("localhost")) {
            throw new IllegalStateException(
                    "smtp.ehlo-name must be this machine's full name in DNS, such as mail.example.org");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
