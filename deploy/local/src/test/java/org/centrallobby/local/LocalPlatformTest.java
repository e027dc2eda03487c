package org.centrallobby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.centrallobby.testbed.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who starts the platform where it cannot run: one line that says what to do, and an exit code. */
class LocalPlatformTest {
    @TempDir
    Path folder;

    @Test
    void aPortInUseIsNamedWithItsPart() throws IOException, InterruptedException {
        var base = Ports.free();
        try (var squatter = new ServerSocket(base + 2, 1, InetAddress.getLoopbackAddress())) {
            var result = run("--data", folder.toString(), "--port-base", Integer.toString(base));

            assertThat(squatter.isBound()).isTrue();
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.errors())
                    .singleElement()
                    .asString()
                    .contains("In use already: port %d (mail-service)".formatted(base + 2), "--port-base");
        }
    }

    @Test
    void aSecondPlatformOnTheSameDataIsTurnedAway() throws IOException, InterruptedException {
        try (var first = DataFolder.open(folder)) {
            var result = run("--data", folder.toString());

            assertThat(first.of("lock")).exists();
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.errors()).singleElement().asString().contains("Another platform runs on", "--data");
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamed() throws IOException, InterruptedException {
        var file = Files.createFile(folder.resolve("not-a-folder"));

        var result = run("--data", file.resolve("data").toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).singleElement().asString().contains(file.toString());
    }

    @Test
    void optionsThatCannotBeUsedAreRefusedBeforeAnythingStarts() throws IOException, InterruptedException {
        assertThat(run("--port-base", "80").errors()).singleElement().asString().contains("between 1024 and");
        assertThat(run("--smtp", "relay").errors()).singleElement().asString().contains("HOST:PORT");
        assertThat(run("--check", "--smtp", "localhost:25").errors())
                .singleElement()
                .asString()
                .contains("leave --smtp");
        assertThat(run("--allow-recipients", "example.org").errors())
                .singleElement()
                .asString()
                .contains("--allow-recipients goes with --smtp");
        assertThat(run("--postcodes", folder.resolve("none.csv").toString()).errors())
                .singleElement()
                .asString()
                .contains("none.csv cannot be read");
        assertThat(run("--nonsense"))
                .satisfies(result -> assertThat(result.exitCode()).isEqualTo(2))
                .satisfies(result ->
                        assertThat(result.errors()).singleElement().asString().contains("--nonsense", "--help"));
    }

    @Test
    void realAddressesAreNeverJoinedWithARelayElsewhere() throws IOException, InterruptedException {
        var members = Files.writeString(folder.resolve("members.csv"), "pcon_code\n");

        var result = run("--members", members.toString(), "--smtp", "192.0.2.1:25");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).singleElement().asString().contains("must be a server on this machine");
    }

    @Test
    void theHelpNamesEveryOption() throws IOException, InterruptedException {
        var result = run("--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.output())
                .contains(
                        "--data",
                        "--smtp",
                        "--allow-recipients",
                        "--port-base",
                        "--postcodes",
                        "--members",
                        "--check",
                        "Exit codes");
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                LocalPlatform.class.getName()));
        command.addAll(List.of(arguments));
        var errors = folder.resolve("errors");
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command)
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readAllLines(errors), Files.readString(output));
    }

    private record Result(int exitCode, List<String> errors, String output) {}
}
