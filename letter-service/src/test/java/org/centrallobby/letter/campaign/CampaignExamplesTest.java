package org.centrallobby.letter.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.Test;

/** What the API's documentation shows works when it is sent, and shows what is answered. */
@ServiceTest
class CampaignExamplesTest {
    @Test
    void theExamplesCanBeSentAndHaveTheFieldsOfTheAnswers() {
        var key = TestOrganisation.asOperator()
                .body(example("CreateOrganisation"))
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("key.secret");
        var organisation = TestOrganisation.with(key)
                .header("If-Match", "*")
                .body(example("ChangeOrganisation"))
                .patch("/v1/organisation")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("");
        assertThat(example("OrganisationView")).containsOnlyKeys(organisation.keySet());

        TestOrganisation.with(key)
                .body(example("CreateKey"))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(201);
        var keys = TestOrganisation.with(key)
                .get("/v1/organisation/keys")
                .jsonPath()
                .<Map<String, Object>>getList("keys");
        assertThat(example("KeyView")).containsOnlyKeys(keys.getLast().keySet());

        var campaign = TestOrganisation.with(key)
                .body(example("CampaignFields"))
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .<Map<String, Object>>path("");
        assertThat(example("CampaignView")).containsOnlyKeys(campaign.keySet());
        TestOrganisation.with(key)
                .header("If-Match", "*")
                .body(example("CampaignFields"))
                .patch("/v1/campaigns/" + campaign.get("id"))
                .then()
                .statusCode(200);
        var embed = TestOrganisation.with(key).get("/v1/campaigns/" + campaign.get("id") + "/embed");
        assertThat(example("Embed")).isEqualTo(embed.path(""));
    }

    @Test
    void thePublicCampaignIsShownAsItIs() {
        var shown = given().get("/v1/public/campaigns/" + TestCampaign.live(TestOrganisation.create()))
                .then()
                .extract()
                .<Map<String, Object>>path("");

        assertThat(example("PublicCampaign")).containsOnlyKeys(shown.keySet());
    }

    @Test
    void noOperationIsWithoutASummary() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").path("paths");

        assertThat(paths.entrySet())
                .filteredOn(path -> List.of("/v1/organisation", "/v1/organisations", "/v1/campaigns").stream()
                        .anyMatch(path.getKey()::startsWith))
                .hasSizeGreaterThan(8)
                .allSatisfy(path -> assertThat(path.getValue().values())
                        .allSatisfy(operation -> assertThat(operation).containsKey("summary")));
    }

    private static Map<String, Object> example(String schema) {
        Map<String, Object> example =
                given().get("/q/openapi?format=json").path("components.schemas." + schema + ".examples[0]");
        return new HashMap<>(example);
    }
}
