package org.centrallobby.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.DkimKeys;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Postgres;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Kafka, a mailbox and the three services, started in the order in which they need one another. */
public final class Platform implements AutoCloseable {
    private static final List<String> DATABASES = List.of("mp_lookup", "letters", "mail");

    private final Settings settings;
    private final Progress progress;
    private final DataFolder data;
    private final Secrets secrets;
    private final String operatorKey;
    private final List<ServiceProcess> services = new ArrayList<>();
    private @Nullable Postgres postgres;
    private @Nullable Broker broker;
    private @Nullable Mailbox mailbox;
    private @Nullable Supervisor supervisor;
    private volatile Runnable afterRestart = () -> {};

    private Platform(Settings settings, Progress progress, DataFolder data) {
        this.settings = settings;
        this.progress = progress;
        this.data = data;
        this.secrets = new Secrets(settings.data());
        this.operatorKey = secrets.operatorKey();
    }

    /**
     * Starts everything and returns when all of it is ready. What had been started is stopped again if a part cannot.
     *
     * @throws CannotStart with one line that says why
     */
    public static Platform start(Settings settings, Progress progress) {
        var data = DataFolder.open(settings.data());
        var platform = new Platform(settings, progress, data);
        try {
            settings.addresses().mustBeFree();
            platform.startParts();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e instanceof CannotStart
                    ? e
                    : new CannotStart(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private void startParts() {
        var addresses = settings.addresses();
        progress.step("PostgreSQL", () -> {
            var started = postgres = Postgres.durable(data.of("postgresql"), addresses.postgres());
            DATABASES.forEach(started::createDatabase);
        });
        progress.step("Kafka", () -> broker = Broker.start(data.of("kafka"), addresses.kafka()));
        if (settings.relay() == null) {
            progress.step("Mailbox", () -> mailbox = Mailbox.start(data.of("mailbox"), addresses.smtp()));
        }
        services.add(service("mp-lookup-service", addresses.lookup(), "mp_lookup", lookupEnvironment()));
        services.add(service("letter-service", addresses.letter(), "letters", letterEnvironment()));
        services.add(service("mail-service", addresses.mail(), "mail", mailEnvironment()));
        services.forEach(ServiceProcess::start);
        rememberProcesses();
        services.forEach(service -> progress.step(service.name(), service::awaitReady));
        if (settings.restartServices()) {
            supervisor = Supervisor.start(services, progress, () -> {
                rememberProcesses();
                afterRestart.run();
            });
        }
    }

    private void rememberProcesses() {
        data.remember(services.stream()
                .map(ServiceProcess::handle)
                .filter(Objects::nonNull)
                .toList());
    }

    private ServiceProcess service(String name, int port, String database, Map<String, String> own) {
        var environment = new HashMap<>(Map.of(
                "HTTP_HOST",
                "127.0.0.1",
                "HTTP_PORT",
                Integer.toString(port),
                "DATABASE_URL",
                postgres().jdbcUrl(database),
                "DATABASE_USER",
                Postgres.USER,
                "KAFKA_BOOTSTRAP_SERVERS",
                broker().bootstrapServers(),
                "OPERATOR_KEY",
                operatorKey));
        environment.putAll(own);
        environment.putAll(settings.environment());
        return new ServiceProcess(settings.home(), name, "http://localhost:" + port, environment, data.log(name));
    }

    private Map<String, String> lookupEnvironment() {
        var environment = new HashMap<String, String>();
        putFile(environment, "DATASET_POSTCODES", settings.postcodes());
        putFile(environment, "DATASET_MEMBERS", settings.members());
        return environment;
    }

    private Map<String, String> letterEnvironment() {
        return Map.of(
                "INSTALLATION_PUBLIC_URL", settings.addresses().letterUrl(),
                "MP_LOOKUP_URL", settings.addresses().lookupUrl(),
                "OWN_MAILBOX_COPY_DOMAIN", "copies.lobby.example",
                "OWN_MAILBOX_COPY_SECRET", secrets.copySecret());
    }

    private Map<String, String> mailEnvironment() {
        var relay = settings.relay();
        var environment = new HashMap<>(DkimKeys.settings(settings.data()));
        environment.putAll(Map.of(
                "SMTP_HOST",
                relay == null ? "localhost" : relay.host(),
                "SMTP_PORT",
                Integer.toString(relay == null ? settings.addresses().smtp() : relay.port()),
                "SMTP_TLS",
                "none",
                "IDENTITY_SECRET",
                secrets.identitySecret(),
                "IDENTITY_COPY_SECRET",
                secrets.copySecret(),
                "MAIL_ENVIRONMENT",
                "local",
                // The mailbox passes nothing on; another server might.
                "SAFETY_ALLOWED_RECIPIENTS",
                relay == null ? "*" : String.join(",", relay.allowedRecipients()),
                // A person who tries things out does not want to wait half a minute for the second attempt.
                "QUEUE_FIRST_RETRY",
                "2s",
                "QUEUE_FIRST_URGENT_RETRY",
                "2s"));
        return environment;
    }

    private static void putFile(Map<String, String> environment, String name, @Nullable Path file) {
        if (file != null) {
            environment.put(name, file.toAbsolutePath().toString());
        }
    }

    public Settings settings() {
        return settings;
    }

    public Addresses addresses() {
        return settings.addresses();
    }

    public String operatorKey() {
        return operatorKey;
    }

    public Postgres postgres() {
        return started(postgres, "PostgreSQL");
    }

    public Broker broker() {
        return started(broker, "Kafka");
    }

    /** The mailbox, unless mail goes to a relay. */
    public @Nullable Mailbox mailbox() {
        return mailbox;
    }

    /** A service by its name, for instance {@code mail-service}. */
    public ServiceProcess service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no service " + name));
    }

    List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    /** Does this whenever a service has been started again by itself. */
    void afterRestart(Runnable work) {
        afterRestart = work;
    }

    /** Stops everything that was started, the services before what they need. */
    @Override
    public void close() {
        if (supervisor != null) {
            supervisor.stop();
        }
        services.parallelStream().forEach(ServiceProcess::stop);
        if (mailbox != null) {
            mailbox.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        try {
            data.close();
        } catch (IOException e) {
            progress.say("The lock of the data folder could not be let go: " + e.getMessage());
        }
    }

    private static <T> T started(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException(name + " has not been started");
        }
        return part;
    }
}
