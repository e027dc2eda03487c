package org.centrallobby.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The three services as they ship, each with a database of its own, all on this machine. They can be stopped and started
 * again on the same data.
 */
final class Installation implements AutoCloseable {
    static final String LOOKUP = "mp-lookup-service";
    static final String LETTER = "letter-service";
    static final String MAIL = "mail-service";

    /** In the order in which they are started. */
    static final List<String> SERVICES = List.of(LOOKUP, LETTER, MAIL);

    /** A million: far more than anything here reaches. */
    private static final String UNLIMITED = "1000000";

    private final Map<String, Service.Application> applications = new HashMap<>();
    private final Map<String, Map<String, String>> environments = new HashMap<>();
    private final Map<String, Service> running = new LinkedHashMap<>();
    private final Path folder;

    /** @param smtp the port of the server that takes the mails */
    Installation(Options options, Surroundings surroundings, Fixtures fixtures, int smtp) throws IOException {
        folder = options.folder();
        SERVICES.forEach(name -> applications.put(name, options.application(name)));
        var lookup = surroundings.freshEnvironment();
        lookup.putAll(Map.of(
                "DATASET_POSTCODES", fixtures.csv().toString(),
                "DATASET_NORTHERN_IRELAND", fixtures.northernIreland().toString(),
                "DATASET_MEMBERS", fixtures.members().toString()));
        environments.put(LOOKUP, lookup);
        var letter = surroundings.freshEnvironment();
        // Letters are counted as always; above the first two a proof of work would be asked for, which is the browser's
        // to
        // do, and all requests come from this machine.
        letter.putAll(Map.of(
                "HTTP_TRUSTED_PROXIES", "127.0.0.1",
                "LIMITS_CAMPAIGN_FREE", UNLIMITED,
                "LIMITS_MEMBER_FREE", UNLIMITED,
                "LIMITS_REQUESTS", UNLIMITED));
        environments.put(LETTER, letter);
        var mail = surroundings.freshEnvironment();
        mail.putAll(MailSettings.of(folder, smtp));
        environments.put(MAIL, mail);
    }

    /** Starts all three with their ahead-of-time caches and waits until they are ready. */
    void start() {
        start(this::cached);
    }

    /** @param options of the JVM, by a service's name */
    void start(Function<String, String[]> options) {
        for (var name : SERVICES) {
            start(name, options.apply(name));
        }
        SERVICES.forEach(name -> service(name).awaitReady());
    }

    /** Starts one of them and returns at once. */
    Service start(String name, String... options) {
        var service = Service.start(
                application(name).with(options), named(environments, name), folder.resolve(name + ".log"));
        running.put(name, service);
        if (name.equals(LOOKUP)) {
            named(environments, LETTER).put("MP_LOOKUP_URL", service.url());
        }
        return service;
    }

    /** The option that has a service use its ahead-of-time cache. */
    String[] cached(String name) {
        return Files.exists(cache(name)) ? new String[] {"-XX:AOTCache=" + cache(name)} : new String[0];
    }

    /** Where its ahead-of-time cache lies, or is to lie. */
    Path cache(String name) {
        return folder.resolve(name + ".aot").toAbsolutePath();
    }

    /** Whether all three have been started and not been stopped since. */
    boolean isRunning() {
        return running.keySet().containsAll(SERVICES);
    }

    Service service(String name) {
        return named(running, name);
    }

    Database database(String name) {
        return Database.open(named(environments, name));
    }

    Service.Application application(String name) {
        return named(applications, name);
    }

    /** @param patience how long each may take to end by itself; to write an ahead-of-time cache takes half a minute */
    void stop(Duration patience) {
        running.values().parallelStream().forEach(service -> service.stop(patience));
        running.clear();
    }

    private static <T> T named(Map<String, T> services, String name) {
        var found = services.get(name);
        if (found == null) {
            throw new IllegalStateException("There is no %s now".formatted(name));
        }
        return found;
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(20));
    }
}
