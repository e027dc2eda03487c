package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands do what it says. */
@ExtendWith(RunningPlatform.class)
class ReadmeTest {
    private final Stage stage;

    @TempDir
    Path folder;

    ReadmeTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theFiveRequestsWorkAsTheyStandThere() throws IOException, InterruptedException {
        var readme = Walkthrough.of(Path.of("../../README.md"));
        assertThat(readme.steps()).isEqualTo(5);

        var letters = readme.with(
                        "http://localhost:8080", stage.platform().addresses().letterUrl())
                .run(folder, Map.of("OPERATOR_KEY", stage.platform().operatorKey()), List.of());

        assertThat(letters).contains("\"state\":\"awaiting-confirmation\"");
    }
}
