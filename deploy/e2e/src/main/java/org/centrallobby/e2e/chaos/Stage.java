package org.centrallobby.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.centrallobby.local.ServiceProcess;
import org.centrallobby.testbed.BrokerProcess;
import org.centrallobby.testbed.DkimKeys;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.Postgres;
import org.jspecify.annotations.Nullable;

/** The whole platform in processes, the mail-service in two, with a campaign to write in. */
final class Stage implements AutoCloseable {
    /** How long a process may be silent before others take over its mails. */
    static final int LEASE_SECONDS = 6;

    /** How long the mail-service waits for the relay at each step. */
    static final int SMTP_PATIENCE_SECONDS = 3;

    static final String OPERATOR_KEY = "operator-key-of-the-chaos-operator-key";

    /** In constituencies of their own, whose members take e-mail. */
    static final List<String> POSTCODES =
            List.of("E4 8ND", "SW1A 0AA", "EH99 1SP", "G2 1DU", "CF10 3NQ", "B1 1BB", "LS1 1UR", "M14 4EA");

    private static final String UNLIMITED = "1000000000";

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final Path home;
    private final Path folder;
    private final Postgres postgres;
    private final BrokerProcess broker;
    private final Sink sink = new Sink();
    private final Map<Target, Part> parts = new EnumMap<>(Target.class);
    private final Map<Target, SettableClock> clocks = new EnumMap<>(Target.class);
    private final Map<Target, ServiceProcess> services = new EnumMap<>(Target.class);

    /** The campaign: its id, what names it in addresses, and the key of its organisation. */
    record Campaign(UUID id, String slug, String key) {}

    private Stage(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
        postgres = Postgres.durable(folder.resolve("postgresql"), Ports.free());
        List.of("mp_lookup", "letters", "mail").forEach(postgres::createDatabase);
        broker = new BrokerProcess(folder.resolve("kafka"), Ports.free(), folder.resolve("kafka.log"));
    }

    /** @param home the checkout, with the packaged services */
    static Stage set(Path home, Path folder) {
        var stage = new Stage(home, folder);
        // Whoever loses patience leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "close"));
        try {
            stage.start();
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private void start() {
        parts.put(Target.DATABASE, new Parts.OfDatabase(postgres));
        parts.put(Target.BROKER, new Parts.OfBroker(broker));
        broker.start();
        awaitReady(Target.BROKER);
        add(Target.LOOKUP, "mp-lookup-service", "mp_lookup", Map.of());
        add(Target.LETTERS, "letter-service", "letters", letterEnvironment());
        add(Target.MAIL_ONE, "mail-service", "mail", mailEnvironment());
        add(Target.MAIL_TWO, "mail-service", "mail", mailEnvironment());
        services.keySet().forEach(this::awaitReady);
    }

    private void add(Target target, String name, String database, Map<String, String> own) {
        var port = Ports.free();
        var clock = SettableClock.in(folder, target.name().toLowerCase(Locale.ROOT));
        var environment = new HashMap<>(Map.of(
                "HTTP_HOST",
                "127.0.0.1",
                "HTTP_PORT",
                Integer.toString(port),
                "DATABASE_URL",
                postgres.jdbcUrl(database),
                "DATABASE_USER",
                Postgres.USER,
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "OPERATOR_KEY",
                OPERATOR_KEY,
                // A process that lives for a minute is up sooner where it compiles less thoroughly.
                "JAVA_TOOL_OPTIONS",
                "-XX:TieredStopAtLevel=1 " + clock.option()));
        environment.putAll(own);
        environment.putIfAbsent("INSTALLATION_PUBLIC_URL", "http://localhost:" + port);
        var service = new ServiceProcess(home, name, "http://localhost:" + port, environment, log(target));
        services.put(target, service);
        clocks.put(target, clock);
        parts.put(target, new Parts.OfService(service));
        service.start();
    }

    /** All supporters write from this machine, and all of them to a few members. */
    private Map<String, String> letterEnvironment() {
        return Map.of(
                "MP_LOOKUP_URL", service(Target.LOOKUP).url(),
                "LIMITS_ADDRESS_FREE", UNLIMITED,
                "LIMITS_ADDRESS_MOST", UNLIMITED,
                "LIMITS_NETWORK_FREE", UNLIMITED,
                "LIMITS_NETWORK_MOST", UNLIMITED,
                "LIMITS_CAMPAIGN_FREE", UNLIMITED,
                "LIMITS_MEMBER_FREE", UNLIMITED,
                "LIMITS_LOOK_UPS", UNLIMITED,
                "LIMITS_REQUESTS", UNLIMITED);
    }

    private Path log(Target target) {
        return folder.resolve(target.name().toLowerCase(Locale.ROOT) + ".log");
    }

    private Map<String, String> mailEnvironment() {
        var environment = new HashMap<>(DkimKeys.settings(folder));
        var patience = SMTP_PATIENCE_SECONDS + "s";
        environment.putAll(Map.of(
                "IDENTITY_SECRET",
                "identity-secret-of-the-chaos-identity-secret",
                "SAFETY_ALLOWED_RECIPIENTS",
                "*",
                "SMTP_HOST",
                "localhost",
                "SMTP_PORT",
                Integer.toString(sink.port()),
                "SMTP_TLS",
                "none",
                "SMTP_CONNECT_TIMEOUT",
                patience,
                "SMTP_COMMAND_TIMEOUT",
                patience,
                "SMTP_DATA_TIMEOUT",
                patience,
                "SMTP_END_OF_DATA_TIMEOUT",
                patience));
        // What takes minutes takes seconds here; ceilings are other tests'. What is in doubt is offered again when the
        // fault
        // that made it so is mostly over, as ten minutes are in production.
        environment.putAll(Map.of(
                "QUEUE_LEASE", LEASE_SECONDS + "s",
                "QUEUE_FIRST_RETRY", "1s",
                "QUEUE_FIRST_URGENT_RETRY", "1s",
                "QUEUE_LAST_RETRY", "4s",
                "QUEUE_UNCERTAIN_RETRY", "12s",
                "QUEUE_FIRST_PROBE", "500ms",
                "QUEUE_LAST_PROBE", "2s",
                "PACING_MAILBOX_CEILING", "0",
                "PACING_BRAKE_SHARE", "1.1"));
        return environment;
    }

    /** Makes the campaign that letters are written in, as its organisation would. */
    Campaign publishCampaign() {
        var letters = letterUrl();
        var key = made(letters + "/v1/organisations", read("organisation.json"), OPERATOR_KEY)
                .at("/key/secret")
                .asText();
        var text = read("campaign.json");
        var id = made(letters + "/v1/campaigns", text, key).path("id").asText();
        made(letters + "/v1/campaigns/%s/publish".formatted(id), null, key);
        return new Campaign(UUID.fromString(id), text.path("slug").asText(), key);
    }

    private ObjectNode read(String file) {
        try {
            return (ObjectNode) Web.JSON.readTree(
                    home.resolve("deploy/local/demo").resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode made(String url, @Nullable JsonNode body, String key) {
        var answer = Web.post(
                url,
                body,
                Map.of(
                        "Authorization",
                        "Bearer " + key,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("%s was answered %d: %s".formatted(url, answer.status(), answer.problem()));
        }
        return answer.body();
    }

    Part part(Target target) {
        return Objects.requireNonNull(parts.get(target));
    }

    Map<Target, Part> parts() {
        return parts;
    }

    SettableClock clock(Target target) {
        return Objects.requireNonNull(clocks.get(target));
    }

    Sink sink() {
        return sink;
    }

    String letterUrl() {
        return service(Target.LETTERS).url();
    }

    String lookupUrl() {
        return service(Target.LOOKUP).url();
    }

    String mailUrl() {
        return service(Target.MAIL_ONE).url();
    }

    String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    /** Where the services write what they have to say. */
    List<Path> logs() {
        return services.keySet().stream().map(this::log).toList();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    private ServiceProcess service(Target target) {
        return Objects.requireNonNull(services.get(target));
    }

    /** Waits until the part does its work. */
    void awaitReady(Target target) {
        var end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!part(target).isReady()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%s was not ready within %d s; logs: %s"
                        .formatted(target.title(), READY_WITHIN.toSeconds(), folder));
            }
            Pause.of(Duration.ofMillis(200));
        }
    }

    @Override
    public void close() {
        services.values().parallelStream().forEach(ServiceProcess::kill);
        sink.close();
        broker.kill();
        if (!postgres.processes().isEmpty()) {
            postgres.kill();
        }
    }

    /** Removes everything that was kept. */
    static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
