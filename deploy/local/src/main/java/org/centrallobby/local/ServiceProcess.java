package org.centrallobby.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One packaged service as a process of its own. */
public final class ServiceProcess {
    /** With how many supporters the services are to record their ahead-of-time caches; 0 where they record none. */
    static final int TRAINING = Integer.getInteger("central-lobby.train", 0);

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(TRAINING > 0 ? 180 : 20);

    private final String name;
    private final Path application;
    private final Path options;
    private final String url;
    private final Map<String, String> environment;
    private final Path log;
    private @Nullable Process process;

    /**
     * A process that is not started yet.
     *
     * @param home the checkout, where the packaged service lies
     * @param url where it will listen, as the environment tells it
     */
    public ServiceProcess(Path home, String name, String url, Map<String, String> environment, Path log) {
        this.name = name;
        this.application = home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        this.options = home.resolve("deploy/jvm.options");
        this.url = url;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    private ServiceProcess(ServiceProcess other, String url, Map<String, String> environment, Path log) {
        this.name = other.name;
        this.application = other.application;
        this.options = other.options;
        this.url = url;
        this.environment = environment;
        this.log = log;
    }

    /** Another process of the same service, not started yet: it shares everything with this one but the port and the log. */
    public ServiceProcess replica(int port, Path itsLog) {
        var its = new HashMap<>(environment);
        its.put("HTTP_PORT", Integer.toString(port));
        return new ServiceProcess(this, "http://localhost:" + port, Map.copyOf(its), itsLog);
    }

    public String name() {
        return name;
    }

    /** Where it listens. */
    public String url() {
        return url;
    }

    /** Starts the process and returns at once. */
    public synchronized void start() {
        if (!Files.exists(application)) {
            throw new CannotStart("%s is not built: run deploy/run, or mvn package".formatted(name));
        }
        var builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Each further arena of the C library's heap keeps some megabytes that nobody uses.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new CannotStart("%s could not be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Waits until the service says that it is ready. */
    public void awaitReady() {
        var deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new CannotStart("%s ended while it started. The last it said: %s (all of it: %s)"
                        .formatted(name, lastWords(), log));
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(
                        "%s was not ready within %d seconds; see %s".formatted(name, READY_WITHIN.toSeconds(), log));
            }
            pause();
        }
    }

    /** Ends the process as the operating system does when nobody asked it: no chance to tidy up. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            await(process);
        }
    }

    /** Asks the process to end and waits for it. */
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!await(process)) {
            process.destroyForcibly();
            await(process);
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The exit code of the process that ended; 128 + n where signal n ended it. */
    synchronized int exitCode() {
        return process == null ? 0 : process.exitValue();
    }

    /** The running process; null where there is none. */
    public synchronized @Nullable ProcessHandle handle() {
        return process == null ? null : process.toHandle();
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        var setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            // In a session of its own: Ctrl-C in the terminal reaches the platform, which stops its parts in their
            // order.
            command.add(setsid.toString());
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "@" + options));
        var cache = application.resolveSibling("app.aot");
        if (TRAINING > 0) {
            // Written when the service is stopped, of all that it did.
            command.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            // Recorded by whoever wants the service up sooner; the JVM ignores one that does not fit.
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-jar", application.toString()));
        return command;
    }

    private boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted");
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .toList();
            return lines.isEmpty() ? "nothing" : lines.getLast();
        } catch (IOException e) {
            return "nothing that could be read";
        }
    }

    private static boolean await(Process process) {
        try {
            return process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted");
        }
    }
}
