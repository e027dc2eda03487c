package org.centrallobby.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.centrallobby.testbed.Ports;

/** A service as a process of its own, with the options that it runs with in production. */
final class Service implements AutoCloseable {
    private static final Pattern GENERATION = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Process process;
    private final Path log;
    private final String url;
    private final long begun;

    private Service(Process process, Path log, String url, long begun) {
        this.process = process;
        this.log = log;
        this.url = url;
        this.begun = begun;
    }

    /**
     * What is started.
     *
     * @param folder of the packaged application
     * @param options further ones of the JVM
     */
    record Application(Path folder, List<String> options) {
        /** @param quick whether it only matters that it runs, and soon: it compiles less thoroughly then */
        static Application of(Path folder, boolean quick) {
            return new Application(folder, quick ? List.of("-XX:TieredStopAtLevel=1") : List.of());
        }

        List<String> command() {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx256m", "@" + Options.home().resolve("deploy/jvm.options")));
            command.addAll(options);
            command.addAll(List.of("-jar", "quarkus-run.jar"));
            return command;
        }

        Application with(String... more) {
            var all = new ArrayList<>(options);
            all.addAll(List.of(more));
            return new Application(folder, all);
        }
    }

    /** Starts the process and returns at once. */
    static Service start(Application application, Map<String, String> environment, Path log) {
        var port = Ports.free();
        var builder = new ProcessBuilder(application.command())
                .directory(application.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var begun = System.nanoTime();
            return new Service(builder.start(), log, "http://127.0.0.1:" + port, begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    int port() {
        return URI.create(url).getPort();
    }

    /** Waits for the first answer with this text in it; returns the seconds since the process was started. */
    double awaitAnswer(String path, String text) {
        while (true) {
            try {
                var answer = get(path);
                if (answer.statusCode() == 200 && answer.body().contains(text)) {
                    return seconds();
                }
            } catch (UncheckedIOException e) {
                // Nobody listens yet.
            }
            if (!process.isAlive() || seconds() > READY_WITHIN.toSeconds()) {
                throw new CannotMeasure("The service gave no right answer; its log says why: " + log);
            }
            pause();
        }
    }

    double awaitReady() {
        return awaitAnswer("/q/health/ready", "UP");
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** A request to be completed and sent. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofMinutes(5)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }

    /** The processor time that the process has used so far. */
    ProcessorTime processorTime() {
        return ProcessorTime.of(process.toHandle());
    }

    /** The most memory that the process has had from the operating system, in megabytes. */
    double peakResidentMegabytes() {
        return memory("VmHWM:");
    }

    /** The memory that the process has from the operating system, in megabytes. */
    double residentMegabytes() {
        return memory("VmRSS:");
    }

    private double memory(String field) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** What the heap holds after a full collection, in megabytes. */
    double liveHeapMegabytes() {
        jcmd("GC.run");
        return usedHeapMegabytes(jcmd("GC.heap_info"));
    }

    /** The serial collector tells of each generation on a line: {@code DefNew total 61440K, used 26305K}. */
    static double usedHeapMegabytes(String heap) {
        return GENERATION
                .matcher(heap)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)) / 1024)
                .sum();
    }

    private String jcmd(String command) {
        try {
            var run = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log() {
        return log;
    }

    /** Ends the process with no chance to tidy up. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(20));
    }

    /** Asks the process to end; ends it itself where it has not done so by then. */
    void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
