package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.testbed.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An organisation that follows its guide word for word gets what it shows. */
@ExtendWith(RunningPlatform.class)
class OrganisationsGuideTest {
    private final Stage stage;

    @TempDir
    Path folder;

    OrganisationsGuideTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void everyCommandWorksAndAnswersAsShown() throws IOException, InterruptedException {
        assumeTrue(Walkthrough.canRun("curl", "jq", "python3"), "the guide's commands take curl, jq and python3");
        var guide = Walkthrough.of(Path.of("../guides/ORGANISATIONS.md"));
        assertThat(guide.steps()).isGreaterThan(30);
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/organisation.key"), newOrganisation());
        var writer = new Supporter(stage);

        guide.with("http://localhost:8080", stage.platform().addresses().letterUrl())
                .with("you@example.org", writer.email())
                .with("9099", Integer.toString(Ports.free()))
                .run(folder, Map.of(), List.of(writer::code, () -> privatePage(writer)));
    }

    /** The key of an organisation of the guide's own: it changes what it says of itself. */
    private String newOrganisation() {
        var organisation = Http.JSON
                .createObjectNode()
                .put("name", "Hedgehog Watch")
                .put("legalType", "charity")
                .put("replyContact", "hello@hedgehogs.example")
                .put("imprint", "Hedgehog Watch, 1 Hedge Lane, Ludlow")
                .put("privacyUrl", "https://hedgehogs.example/privacy");
        organisation.putArray("allowedOrigins").add("https://hedgehogs.example");
        organisation.putArray("languages").add("en").add("cy");
        var answer = Http.post(
                stage.platform().addresses().letterUrl() + "/v1/organisations",
                organisation,
                Map.of(
                        "Authorization",
                        "Bearer " + stage.platform().operatorKey(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        return answer.body().path("key").path("secret").asText();
    }

    private static String privatePage(Supporter writer) {
        var address = writer.letterPage();
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
