package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An operator who follows the guide word for word gets what it shows; what it pauses and dissolves it puts back. */
@ExtendWith(RunningPlatform.class)
class OperatorsGuideTest {
    private final Stage stage;

    @TempDir
    Path folder;

    OperatorsGuideTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void everyCommandWorksAndAnswersAsShown() throws IOException, InterruptedException {
        assumeTrue(Walkthrough.canRun("curl", "jq", "openssl"), "the guide's commands take curl, jq and openssl");
        var guide = Walkthrough.of(Path.of("../guides/OPERATORS.md"));
        assertThat(guide.steps()).isGreaterThan(20);
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/operator.key"), stage.platform().operatorKey());
        var addresses = stage.platform().addresses();

        guide.with("http://localhost:8080", addresses.letterUrl())
                .with("http://localhost:8081", addresses.lookupUrl())
                .with("http://localhost:8082", addresses.mailUrl())
                .run(folder, Map.of(), List.of());
    }
}
