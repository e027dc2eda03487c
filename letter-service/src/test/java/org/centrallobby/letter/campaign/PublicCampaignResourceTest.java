package org.centrallobby.letter.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PublicCampaignResourceTest {
    private static final String PAGE = "https://page.example";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private TestOrganisation organisation;
    private String path;

    @BeforeEach
    void aLiveCampaign() {
        organisation = TestOrganisation.create("charity", PAGE);
        path = "/v1/public/campaigns/" + TestCampaign.live(organisation);
    }

    @Test
    void thePublicSeesALiveCampaign() {
        given().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=15"))
                .header("Vary", containsString("Origin"))
                .header(ALLOWED, nullValue())
                .body("state", equalTo("live"))
                .body("language", equalTo("en"))
                .body("organisation.name", equalTo("Tell Parliament"))
                .body("organisation.privacyUrl", equalTo("https://www.example.org/privacy"))
                .body("organisation.replyContact", nullValue())
                .body("consent.mode", equalTo("soft-opt-in"))
                .body(
                        "consent.wording",
                        equalTo(
                                "Write to me about this. Leave the box empty if you do not want this; every message says"
                                        + " how to stop them."))
                .body("share.url", containsString("https://letters.example.org/c/cameras-"))
                .body("share.text", equalTo("Take the \"cameras\" down & out"))
                .body("progress.confirmed", equalTo(0))
                .body("progress.goal", equalTo(100))
                .body("template", nullValue());
    }

    @Test
    void whoAsksForAnotherVersionIsToldSo() {
        given().header("If-Match", "\"another\"")
                .get(path)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
    }

    @Test
    void whoAlsoAsksForConsentAsksForAnOptIn() {
        var slug = TestCampaign.live(TestOrganisation.create("trade-union"));

        given().get("/v1/public/campaigns/" + slug)
                .then()
                .body("consent.mode", equalTo("opt-in"))
                .body("consent.wording", equalTo("Write to me about this."));
    }

    @Test
    void aCampaignThatHasNotChangedIsNotSentAgain() {
        var tag = given().get(path).header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
    }

    @Test
    void aDraftIsNotThere() {
        var request = TestCampaign.request();
        TestCampaign.draft(organisation, request);

        given().get("/v1/public/campaigns/" + request.get("slug"))
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void pagesThatTheOrganisationAllowsMayRead() {
        given().header("Origin", PAGE).get(path).then().statusCode(200).header(ALLOWED, PAGE);
        given().header("Origin", "https://letters.example.org")
                .get(path)
                .then()
                .statusCode(200)
                .header(ALLOWED, "https://letters.example.org");
    }

    @Test
    void otherPagesMayNot() {
        given().header("Origin", "https://other.example")
                .get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header(ALLOWED, nullValue())
                .header("Vary", containsString("Origin"))
                .body("type", equalTo("https://centrallobby.org/problems/origin-not-allowed"));
        given().header("Origin", "null").get(path).then().statusCode(403);
    }

    @Test
    void aPageAllowedForAnotherOrganisationMayNot() {
        TestOrganisation.create("charity", "https://neighbour.example");

        for (var spelling : java.util.List.of(path, path + ";a=b", path.replace("/campaigns", "//campaigns"))) {
            given().urlEncodingEnabled(false)
                    .header("Origin", "https://neighbour.example")
                    .get(spelling)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aPreflightIsAnswered() {
        given().header("Origin", PAGE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,idempotency-key")
                .options(path + "/letters")
                .then()
                .statusCode(204)
                .header(ALLOWED, PAGE)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Max-Age", "3600")
                .header("Vary", containsString("Origin"));
        given().header("Origin", "https://other.example")
                .header("Access-Control-Request-Method", "POST")
                .options(path + "/letters")
                .then()
                .statusCode(403)
                .header(ALLOWED, nullValue());
    }

    @Test
    void aPageCanReadAProblem() {
        given().header("Origin", PAGE)
                .get("/v1/public/campaigns/no-such-campaign")
                .then()
                .statusCode(404)
                .header(ALLOWED, PAGE);
        given().header("Origin", PAGE)
                .get("/v1/public/nothing-here")
                .then()
                .statusCode(404)
                .header(ALLOWED, PAGE);
        given().header("Origin", PAGE)
                .contentType("application/json")
                .body(Map.of("a", "b"))
                .post(path)
                .then()
                .statusCode(405)
                .header(ALLOWED, PAGE);
    }

    @Test
    void theOrganisationsSideIsNotOpenToPages() {
        organisation
                .asProgram()
                .header("Origin", PAGE)
                .get("/v1/campaigns")
                .then()
                .statusCode(200)
                .header(ALLOWED, nullValue());
    }
}
