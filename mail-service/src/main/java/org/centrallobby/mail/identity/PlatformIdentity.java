package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.mail.address.EmailAddress;
import org.jboss.logging.Logger;

/** What the platform itself is called: the identity of every mail whose organisation has no domain of its own. */
@ApplicationScoped
public class PlatformIdentity {
    private static final Logger LOG = Logger.getLogger(PlatformIdentity.class);

    private final SendingIdentity identity;
    private final String publicUrl;
    private final Duration validFor;
    private final ReturnAddresses addresses;

    @Inject
    PlatformIdentity(SenderConfig sender, IdentityConfig config, ReturnAddresses addresses) {
        this(identity(sender, config), publicUrl(config), config.dkim().validFor(), addresses);
        if (identity.keys().isEmpty()) {
            LOG.warn("Mails of the platform's own domain are not signed: set identity.dkim.rsa-key-file");
        }
    }

    PlatformIdentity(SendingIdentity identity, String publicUrl, Duration validFor, ReturnAddresses addresses) {
        this.identity = identity;
        this.publicUrl = publicUrl;
        this.validFor = validFor;
        this.addresses = addresses;
    }

    /** The identity of mails that go out in the platform's own name. */
    public SendingIdentity identity() {
        return identity;
    }

    /** How long a signature is good for after it was made. */
    public Duration signaturesValidFor() {
        return validFor;
    }

    /** Where a mail is unsubscribed from with one request (RFC 8058); the address says nothing to anybody else. */
    public String unsubscribeUrl(UUID mail) {
        return publicUrl + "/unsubscribe/" + addresses.token(Purpose.UNSUBSCRIBE, mail);
    }

    private static SendingIdentity identity(SenderConfig sender, IdentityConfig config) {
        var from = EmailAddress.parse(sender.fromAddress());
        return new SendingIdentity(
                from.local(), from.domain(), config.bounceDomain().orElse(from.domain()), keys(config.dkim()));
    }

    private static List<DkimKey> keys(IdentityConfig.Dkim config) {
        var keys = new ArrayList<DkimKey>();
        key(config.rsaSelector(), DkimAlgorithm.RSA, config.rsaKeyFile()).ifPresent(keys::add);
        key(config.ed25519Selector(), DkimAlgorithm.ED25519, config.ed25519KeyFile())
                .ifPresent(keys::add);
        return keys;
    }

    private static Optional<DkimKey> key(String selector, DkimAlgorithm wanted, Optional<Path> file) {
        return file.map(Cryptography::readPem).map(key -> {
            if (DkimAlgorithm.of(key) != wanted) {
                throw new IllegalStateException(
                        "The key file of the selector %s holds no key of %s".formatted(selector, wanted.keyType()));
            }
            return new DkimKey(selector, wanted, key);
        });
    }

    private static String publicUrl(IdentityConfig config) {
        var url = config.publicUrl();
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalStateException(
                    "identity.public-url must be https and a host: mail programs take no other link to unsubscribe");
        }
        return url.toString().replaceAll("/+$", "");
    }
}
