package org.centrallobby.letter.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.message.LetterTemplates;
import org.centrallobby.letter.message.MergeValues;
import org.centrallobby.letter.message.Point;
import org.centrallobby.letter.message.Selection;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.Test;

/** The campaign that {@code deploy/run} publishes. */
@ServiceTest
class DemoCampaignTest {
    private static final Path DEMO = Path.of("../deploy/local/demo");

    @jakarta.inject.Inject
    Campaigns campaigns;

    @jakarta.inject.Inject
    LetterTemplates templates;

    @Test
    void theDemoIsCreatedAndPublishedThroughTheApi() throws IOException {
        var key = TestOrganisation.asOperator()
                .body(read("organisation.json"))
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("key.secret");
        var id = TestOrganisation.with(key)
                .body(read("campaign.json"))
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestOrganisation.with(key)
                .post("/v1/campaigns/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("slug", equalTo("procurement-bill"));

        var template = campaigns.published("procurement-bill").orElseThrow().letter(null, null);
        var chosen = new Selection(template.points().stream().map(Point::id).toList(), "");
        var toTheProposer = templates.merge(template, chosen, values("Sir Iain Duncan Smith"), 0);
        var toAnother = templates.merge(template, chosen, values("Calvin Bailey"), 0);
        assertThat(toTheProposer.body()).contains("You have proposed an amendment");
        assertThat(toAnother.body()).contains("Sir Iain Duncan Smith has proposed an amendment");
        assertThat(Stream.of(toTheProposer, toAnother)).allSatisfy(wording -> {
            assertThat(wording.body().split("\\s+").length).isBetween(200, 290);
            assertThat(wording.body()).contains("in Leyton and Wanstead").doesNotContain("{", "}");
        });
    }

    private static MergeValues values(String member) {
        return new MergeValues(
                member,
                member,
                "Labour",
                "Leyton and Wanstead",
                "Cameras",
                "Clear Sight Campaign",
                "Siân O'Brien",
                Map.of());
    }

    private static String read(String file) throws IOException {
        return Files.readString(DEMO.resolve(file));
    }
}
