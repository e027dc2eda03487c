package org.centrallobby.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of the version that production uses, from Maven artifacts; it can be stopped and started again on its data. */
public final class Postgres implements AutoCloseable {
    /** The superuser of the server; it listens on loopback only and trusts whoever connects. */
    public static final String USER = "postgres";

    private final Path data;
    private final int port;
    private final boolean durable;
    private @Nullable EmbeddedPostgres server;

    private Postgres(Path data, int port, boolean durable) {
        this.data = data;
        this.port = port;
        this.durable = durable;
    }

    /** Starts a server that forgets nothing, not even at a power cut; creates its files in the folder where there are none. */
    public static Postgres durable(Path data, int port) {
        return new Postgres(data, port, true).start();
    }

    /** Starts a server for a test: fast, as it never waits for the disk. */
    public static Postgres throwaway(Path data) {
        return new Postgres(data, Ports.free(), false).start();
    }

    /** Starts the server again after {@link #stop()}, on the same port and data. */
    public Postgres start() {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // Three services, each with its pool, and room for whoever looks inside.
                    .setServerConfig("max_connections", "150")
                    .setServerConfig("shared_buffers", "128MB");
            // The library has both off, for tests, unless it is told otherwise.
            var synced = durable ? "on" : "off";
            builder.setServerConfig("fsync", synced).setServerConfig("synchronous_commit", synced);
            server = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start on port %d: %s".formatted(port, e.getMessage()), e);
        }
    }

    /** Stops the server as an operator would: connections are cut, what was committed stays. */
    public void stop() {
        var running = server;
        server = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Stops the server as a power cut would: nothing is tidied up, and {@link #start()} recovers from the log. */
    public void crash() {
        signal("-QUIT", processes().subList(0, 1));
        stop();
    }

    /** Kills every process of the server at once: they do not even notice. {@link #start()} recovers from the log. */
    public void kill() {
        var all = processes();
        // The first starts the others: without it there are no more.
        signal("-KILL", all.subList(0, 1));
        signal("-KILL", all.subList(1, all.size()));
        stop();
    }

    /** The server's processes at this moment, the one that starts the others first; none where it is stopped. */
    public List<ProcessHandle> processes() {
        try {
            var file = data.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return List.of();
            }
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    .map(first ->
                            Stream.concat(Stream.of(first), first.descendants()).toList())
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        Signals.send(signal, processes);
        try {
            for (var process : processes) {
                process.onExit().get(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was stopped", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }

    /** Creates the database unless it exists. */
    public void createDatabase(String name) {
        try (var connection = running().getPostgresDatabase().getConnection();
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                create.execute("create database \"%s\"".formatted(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database %s could not be created".formatted(name), e);
        }
    }

    /** The address of a database for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    private EmbeddedPostgres running() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("PostgreSQL is stopped");
        }
        return running;
    }

    @Override
    public void close() {
        stop();
    }
}
