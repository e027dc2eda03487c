package org.centrallobby.mail.bounce;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server for what comes back, and for copies of letters. It takes mail only for the platform's own addresses, whose
 * tokens nobody can make up, relays nothing, and says 250 when the message is in the database or, of a copy, that it came.
 */
@ApplicationScoped
class Listener {
    private static final Logger LOG = Logger.getLogger(Listener.class);

    private final BounceConfig.Smtp config;
    private final Attribution attribution;
    private final IncomingMails incoming;
    private final Copies copies;
    private final TlsConfigurationRegistry tls;
    private final MeterRegistry metrics;
    private @Nullable SMTPServer server;

    Listener(
            BounceConfig config,
            Attribution attribution,
            IncomingMails incoming,
            Copies copies,
            TlsConfigurationRegistry tls,
            MeterRegistry metrics) {
        this.config = config.smtp();
        this.attribution = attribution;
        this.incoming = incoming;
        this.copies = copies;
        this.tls = tls;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        if (config.port().isPresent()) {
            server = listen(config.port().getAsInt());
            LOG.infof("What comes back is taken on port %d", server.getPortAllocated());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        var running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    /** The port that is listened on; -1 where none is. */
    int port() {
        var running = server;
        return running == null ? -1 : running.getPortAllocated();
    }

    private SMTPServer listen(int port) {
        var address = address();
        var starting = SMTPServer.port(port)
                .bindAddress(address)
                .hostName(config.hostName())
                .softwareName("Central Lobby")
                .insertReceivedHeaders(true)
                .maxMessageSize(
                        (int) Math.min(Integer.MAX_VALUE, config.maxSize().asLongValue()))
                .maxRecipients(20)
                .maxConnections(config.connections())
                .connectionTimeoutMs((int) config.timeout().toMillis())
                .serverSocketFactory(() -> new PatientServerSocket(config.session(), config.connections()))
                .messageHandlerFactory(context -> new Conversation(attribution, incoming, copies, config, metrics));
        var context = encryption();
        if (context != null) {
            starting.enableTLS().startTlsSocketFactory(context);
        }
        var built = starting.build();
        built.start();
        return built;
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(config.host());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("bounce.smtp.host is no address of this machine", e);
        }
    }

    private @Nullable SSLContext encryption() {
        if (config.tlsConfiguration().isEmpty()) {
            return null;
        }
        try {
            return tls.get(config.tlsConfiguration().get()).orElseThrow().createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("bounce.smtp.tls-configuration names no usable TLS configuration", e);
        }
    }
}
