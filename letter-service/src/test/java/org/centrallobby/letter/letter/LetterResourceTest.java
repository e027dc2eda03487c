package org.centrallobby.letter.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.lookup.FakeMpLookup;
import org.centrallobby.letter.lookup.SeatFeed;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.Test;

@ServiceTest
class LetterResourceTest {
    @Inject
    FakeMpLookup lookup;

    @Inject
    SeatFeed feed;

    @Test
    void anOrganisationSeesHowItsLettersStandAndNotWhoseTheyAre() {
        var organisation = TestOrganisation.create();
        var request = TestCampaign.request();
        var campaign = TestCampaign.draft(organisation, request);
        organisation
                .asProgram()
                .post("/v1/campaigns/%s/publish".formatted(campaign))
                .then()
                .statusCode(200);
        var seat = new Constituency("E14006999", "Listford", null);
        lookup.lay("E6 9AA", seat);
        feed.fill(seat, 6_999, "Ms Lister", "Ms Lister", "email");
        var written = IntStream.range(0, 3)
                .mapToObj(number -> write(String.valueOf(request.get("slug")), number))
                .toList();

        var first = organisation
                .asProgram()
                .get("/v1/campaigns/%s/letters?limit=2&state=awaiting-confirmation".formatted(campaign))
                .then()
                .statusCode(200)
                .body("letters.id", contains(written.get(2), written.get(1)))
                .body("letters[0].state", equalTo("awaiting-confirmation"))
                .body("letters[0].constituency", equalTo("E14006999"))
                .body(not(containsString("example.org")))
                .body(not(containsString("6 9AA")))
                .extract();
        var link = first.header("Link");
        assertThat(link).contains("state=awaiting-confirmation").endsWith(">; rel=\"next\"");
        organisation
                .asProgram()
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .body("letters.id", contains(written.getFirst()))
                .body("next", nullValue());
        organisation
                .asProgram()
                .get("/v1/campaigns/%s/letters?state=settled".formatted(campaign))
                .then()
                .body("letters", hasSize(0));
        organisation
                .asProgram()
                .get("/v1/letters/" + written.getFirst())
                .then()
                .statusCode(200)
                .body("id", equalTo(written.getFirst()))
                .body("history.state", contains("awaiting-confirmation"));

        var stranger = TestOrganisation.create();
        for (var path : List.of("/v1/letters/" + written.getFirst(), "/v1/campaigns/%s/letters".formatted(campaign))) {
            stranger.asProgram().get(path).then().statusCode(404);
            given().get(path).then().statusCode(401);
        }
        organisation
                .asProgram()
                .get("/v1/campaigns/%s/letters?state=lost".formatted(campaign))
                .then()
                .statusCode(400);
    }

    private static String write(String slug, int number) {
        return given().contentType("application/json")
                .body(Map.of(
                        "postcode", "E6 9AA",
                        "name", "Writer",
                        "email", "writer%d@example.org".formatted(number),
                        "address", "1 High Street",
                        "subject", "Subject",
                        "body", "Words."))
                .post("/v1/public/campaigns/%s/letters".formatted(slug))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
