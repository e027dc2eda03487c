package org.centrallobby.e2e.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.e2e.Discretion;
import org.centrallobby.local.ServiceProcess;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.DkimKeys;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.smtp.Script;
import org.centrallobby.testbed.smtp.SmtpServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A mail-service as a process, with a PostgreSQL, a Kafka and an SMTP server that fail on request; started once for all faults. */
final class MailScene implements AutoCloseable {
    static final String OPERATOR_KEY = "operator-key-of-the-faults";

    /** How many mails a process may be sending at once: the most that can be doubtful after its death. */
    static final int WORKERS = 8;

    /** How long a process may be silent before others take over its mails. */
    static final int LEASE_SECONDS = 3;

    private final Path folder;
    private final Postgres postgres;
    private final Broker broker;
    private final SmtpServer server;
    private final ServiceProcess service;
    private int replicas;

    private MailScene(Path folder) {
        this.folder = folder;
        this.postgres = Postgres.durable(folder.resolve("postgresql"), Ports.free());
        this.broker = Broker.start(folder.resolve("kafka"), Ports.free());
        this.server = SmtpServer.start(Ports.free(), Script.friendly());
        postgres.createDatabase("mail");
        var port = Ports.free();
        this.service = new ServiceProcess(
                Path.of("../..").toAbsolutePath().normalize(),
                "mail-service",
                "http://localhost:" + port,
                environment(port),
                folder.resolve("mail-service.log"));
    }

    private static MailScene set() {
        try {
            var scene = new MailScene(Files.createTempDirectory("central-lobby-faults"));
            scene.service.start();
            scene.service.awaitReady();
            return scene;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(int port) {
        var environment = new HashMap<>(DkimKeys.settings(folder));
        environment.putAll(Map.of(
                "HTTP_HOST",
                "127.0.0.1",
                "HTTP_PORT",
                Integer.toString(port),
                "DATABASE_URL",
                postgres.jdbcUrl("mail"),
                "DATABASE_USER",
                Postgres.USER,
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "OPERATOR_KEY",
                OPERATOR_KEY,
                "IDENTITY_SECRET",
                "identity-secret-of-the-faults-identity-secret",
                "SAFETY_ALLOWED_RECIPIENTS",
                "*"));
        environment.putAll(Map.of(
                "SMTP_HOST", "localhost",
                "SMTP_PORT", Integer.toString(server.port()),
                "SMTP_TLS", "none",
                "SMTP_CONNECTIONS", Integer.toString(WORKERS),
                "SMTP_REPLY_TIMEOUT", "2s",
                "SMTP_COMMAND_TIMEOUT", "2s",
                "SMTP_DATA_TIMEOUT", "2s",
                "SMTP_END_OF_DATA_TIMEOUT", "2s"));
        // What takes hours takes seconds here; ceilings are other tests'.
        environment.putAll(Map.of(
                "QUEUE_LEASE", LEASE_SECONDS + "s",
                "QUEUE_FIRST_RETRY", "500ms",
                "QUEUE_FIRST_URGENT_RETRY", "500ms",
                "QUEUE_LAST_RETRY", "1s",
                "QUEUE_UNCERTAIN_RETRY", "1s",
                "QUEUE_FIRST_PROBE", "200ms",
                "QUEUE_LAST_PROBE", "500ms",
                "PACING_MAILBOX_CEILING", "0",
                "PACING_BRAKE_SHARE", "1.1"));
        // A process that lives for seconds is up sooner where it compiles less thoroughly.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        return environment;
    }

    Postgres postgres() {
        return postgres;
    }

    Broker broker() {
        return broker;
    }

    SmtpServer server() {
        return server;
    }

    ServiceProcess service() {
        return service;
    }

    /** Another process beside the first, not started yet. */
    ServiceProcess replica() {
        return service.replica(Ports.free(), folder.resolve("mail-service-%d.log".formatted(++replicas)));
    }

    /** Mails to ask for, to recipients of their own. */
    Mails mails(String name) {
        return new Mails(this, name);
    }

    @Override
    public void close() {
        service.stop();
        server.close();
        broker.close();
        postgres.close();
        var named = indiscretions();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!named.isEmpty()) {
            throw new AssertionError("The log of the mail-service names writers:\n" + String.join("\n", named));
        }
    }

    /** What the processes have said of those whose mails they sent; nothing, as it should be. */
    private List<String> indiscretions() {
        try (var files = Files.newDirectoryStream(folder, "*.log")) {
            var named = new ArrayList<String>();
            for (var file : files) {
                named.addAll(Discretion.breaches("a log", Files.readString(file)));
            }
            return named;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the one scene to whoever asks for it; JUnit closes it after the last of them. */
    static final class Setting implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == MailScene.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(MailScene.class))
                    .computeIfAbsent(MailScene.class, type -> set(), MailScene.class);
        }
    }
}
