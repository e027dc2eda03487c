package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands do what it says. */
@ExtendWith(RunningPlatform.class)
class ReadmeTest {
    private static final Pattern SHELL = Pattern.compile("^```sh\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private final Stage stage;

    @TempDir
    Path folder;

    ReadmeTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theFiveRequestsWorkAsTheyStandThere() throws IOException, InterruptedException {
        var requests = SHELL.matcher(Files.readString(Path.of("../../README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(requests).hasSize(5);
        var script = requests.stream()
                .map(request -> request.replace(
                        "http://localhost:8080", stage.platform().addresses().letterUrl()))
                .collect(Collectors.joining("\necho\n"));
        var builder = new ProcessBuilder("bash", "-euc", "set -o pipefail\n" + script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("OPERATOR_KEY", stage.platform().operatorKey());

        var shell = builder.start();

        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var output = Files.readString(folder.resolve("output"));
        assertThat(shell.exitValue()).as(output).isZero();
        assertThat(output).contains("cl_sk_live_", "\"live\"", "awaiting-confirmation");
        var letters = output.strip().lines().reduce((first, second) -> second).orElseThrow();
        assertThat(letters).contains("\"state\":\"awaiting-confirmation\"");
    }
}
