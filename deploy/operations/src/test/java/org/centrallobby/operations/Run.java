package org.centrallobby.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that has ended.
 *
 * @param said what it wrote, to either side
 */
record Run(int code, String said) {
    private static final int SECONDS = 60;

    static Run of(String... command) {
        return of(Map.of(), command);
    }

    static Run of(Map<String, String> environment, String... command) {
        try {
            var output = Files.createTempFile("said", ".txt");
            try {
                var builder = new ProcessBuilder(command)
                        .directory(Checkout.ROOT.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                var process = builder.start();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(Arrays.toString(command) + " did not end: " + Files.readString(output));
                }
                return new Run(process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A command of deploy/compose over an installation of a test's own, with programs of the test's before those of the machine. */
    static Run compose(Path home, List<Path> programs, Map<String, String> more, String... command) {
        var environment = new HashMap<>(more);
        environment.put("CENTRAL_LOBBY_HOME", home.toString());
        programs.forEach(folder -> environment.merge("PATH", folder.toString(), (old, now) -> now + ":" + old));
        environment.merge("PATH", System.getenv("PATH"), (mine, machines) -> mine + ":" + machines);
        var whole = command.clone();
        whole[0] = Checkout.path("deploy/compose/" + command[0]).toString();
        return of(environment, whole);
    }

    static boolean exists(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
