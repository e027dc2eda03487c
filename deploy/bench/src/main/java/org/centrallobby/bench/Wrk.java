package org.centrallobby.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts a service under load. */
final class Wrk {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path script;
    private final Path folder;

    /**
     * @param script {@code load.lua}
     * @param folder for the lists of paths
     */
    Wrk(Path script, Path folder) {
        this.script = script;
        this.folder = folder;
    }

    /**
     * What came of a load.
     *
     * @param p50 the median time of an answer, in milliseconds
     * @param p99 within which 99 of 100 answers came, in milliseconds
     * @param longest in milliseconds
     * @param failed requests that were refused, broken off, answered with an error or not in two seconds
     */
    record Result(long requests, double seconds, double p50, double p99, double longest, long failed) {
        double perSecond() {
            return requests / seconds;
        }
    }

    /** A list of paths to ask for in turn. */
    Path paths(String name, List<String> paths) {
        try {
            return Files.write(folder.resolve(name + ".paths"), paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param pause the mean time that a connection waits before it asks again, in milliseconds; 0: as fast as it can */
    Result run(String url, Path paths, int connections, int seconds, int pause) {
        var command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "2s", "-s"));
        command.addAll(List.of(script.toString(), url, "--", paths.toString(), Integer.toString(pause)));
        try {
            var run = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var json = output.lines()
                    .filter(line -> line.startsWith("{"))
                    .findFirst()
                    .orElseThrow(() -> new CannotMeasure("wrk gave no result: " + output));
            return JSON.readValue(json, Result.class);
        } catch (JsonProcessingException e) {
            throw new CannotMeasure("wrk gave no result that can be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new CannotMeasure(
                    "wrk cannot be run; install it (Debian: apt-get install wrk, macOS: brew install wrk)");
        }
    }
}
