package org.centrallobby.letter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.limit.Counter.What;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ComplaintLimitsTest {
    @Inject
    Rush rush;

    @Inject
    Scene scene;

    @Inject
    LimitsConfig config;

    private final String address = Rush.address();
    private String first = "";
    private String second = "";

    @BeforeEach
    void twoCommentsAreShown() {
        var organisation = TestOrganisation.create();
        var campaign = Scene.liveWithComments(organisation.key());
        first = shown(organisation, campaign, "ann@example.org");
        second = shown(organisation, campaign, "ben@example.org");
    }

    @AfterEach
    void theRushIsOver() {
        scene.change("delete from limit_count");
    }

    @Test
    void aNetworkComplainsOfSoManyCommentsADay() {
        var network = rush.visitor(address).network();
        complain(address, first).statusCode(204);
        scene.change("update limit_count set taken = %d where what = 'COMPLAINTS' and whom = '%s'"
                .formatted(config.complaints(), network));

        complain(address, second).statusCode(429);
        complain(address, first).statusCode(204);

        assertThat(rush.taken(What.COMPLAINTS, network)).isEqualTo(config.complaints() + 1);
        scene.change("update limit_count set taken = 0 where what = 'COMPLAINTS'");
        complain(address, second).statusCode(204);
        assertThat(complaints(second)).as("of what was refused before").isEqualTo(1);
    }

    @Test
    void neighboursComplainTogetherAndOnceMoreWhenTheWindowIsOver() {
        complain(address, first).statusCode(204);
        complain(address.replaceFirst("7$", "9"), first).statusCode(204);
        assertThat(complaints(first)).isEqualTo(1);

        scene.change("delete from limit_count where what = 'COMPLAINT'");
        complain(address, first).statusCode(204);

        assertThat(complaints(first)).isEqualTo(2);
    }

    private String shown(TestOrganisation organisation, Scene.Live campaign, String writer) {
        var token = scene.confirm(scene.write(campaign, scene.seat(), "Ann Writer", writer));
        String comment = Rush.from(Rush.address())
                .body(Map.of("token", token, "text", "Shown."))
                .post("/v1/public/campaigns/%s/comments".formatted(campaign.slug()))
                .path("id");
        organisation
                .asProgram()
                .post("/v1/comments/%s/approve".formatted(comment))
                .then()
                .statusCode(200);
        return comment;
    }

    private static ValidatableResponse complain(String address, String comment) {
        return Rush.from(address)
                .body(Map.of("reason", "spam"))
                .post("/v1/public/comments/%s/report".formatted(comment))
                .then();
    }

    private int complaints(String comment) {
        return ((Number) scene.rows("select reports from comment_report where comment = '%s'".formatted(comment))
                        .getFirst())
                .intValue();
    }
}
