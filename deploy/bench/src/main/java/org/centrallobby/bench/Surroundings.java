package org.centrallobby.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.Postgres;

/** PostgreSQL and Kafka for the measured processes: throw-away data, as durable as in production. */
final class Surroundings implements AutoCloseable {
    static final String OPERATOR_KEY = "bench-operator-key-bench-operator-key";

    private final Path folder;
    private final Postgres postgres;
    private final Broker broker;
    private int databases;

    private Surroundings(Path folder, Postgres postgres, Broker broker) {
        this.folder = folder;
        this.postgres = postgres;
        this.broker = broker;
    }

    static Surroundings start() {
        try {
            var folder = Files.createTempDirectory("central-lobby-bench");
            var postgres = Postgres.durable(folder.resolve("postgresql"), Ports.free());
            return new Surroundings(folder, postgres, Broker.start(folder.resolve("kafka"), Ports.free()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a service on an empty database of its own. */
    Map<String, String> freshEnvironment() {
        var database = "bench_" + ++databases;
        postgres.createDatabase(database);
        return new HashMap<>(Map.of(
                "DATABASE_URL",
                postgres.jdbcUrl(database),
                "DATABASE_USER",
                Postgres.USER,
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "OPERATOR_KEY",
                OPERATOR_KEY,
                "HTTP_HOST",
                "127.0.0.1"));
    }

    Broker broker() {
        return broker;
    }

    /** How large Kafka's log is, in bytes; what it has set aside and not written does not count. */
    long kafkaBytes() {
        try (var files = Files.walk(folder.resolve("kafka"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processor time that PostgreSQL has used so far, that of connections that are closed included. */
    ProcessorTime databaseTime() {
        try {
            var pid = Files.readAllLines(folder.resolve("postgresql/postmaster.pid"))
                    .getFirst();
            return ProcessorTime.ofAll(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
        postgres.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
