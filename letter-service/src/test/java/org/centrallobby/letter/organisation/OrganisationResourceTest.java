package org.centrallobby.letter.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centrallobby.letter.organisation.TestOrganisation.asOperator;
import static org.centrallobby.letter.organisation.TestOrganisation.with;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class OrganisationResourceTest {
    private static final String PROBLEMS = "https://centrallobby.org/problems/";

    @Test
    void theOperatorCreatesAnOrganisationWithItsFirstKey() {
        asOperator()
                .body(TestOrganisation.request("charity", List.of("https://www.example.org", "http://localhost:8083")))
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .header("Location", "/v1/organisation")
                .body("organisation.legalType", equalTo("charity"))
                .body("organisation.languages", equalTo(List.of("en")))
                .body("key.secret", startsWith("cl_sk_live_"))
                .body("key.scopes", hasItems("campaigns:write", "keys:write", "letters:read"));
    }

    @Test
    void nobodyElseCreatesOne() {
        var body = TestOrganisation.request("charity", List.of());
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/organisations")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo(PROBLEMS + "unauthorised"));
        with("another-key").body(body).post("/v1/organisations").then().statusCode(401);
        TestOrganisation.create()
                .asProgram()
                .body(body)
                .post("/v1/organisations")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherSpellingOfAPathOpensNothing() {
        var body = TestOrganisation.request("charity", List.of());
        for (var path :
                List.of("/v1;a=b/organisations", "//v1/organisations", "/v1/./organisations", "/%761/organisations")) {
            assertThat(given().urlEncodingEnabled(false)
                            .contentType(ContentType.JSON)
                            .body(body)
                            .post(path)
                            .statusCode())
                    .as(path)
                    .isIn(401, 404);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        asOperator()
                .body(Map.of(
                        "name", " ",
                        "replyContact", "nobody",
                        "imprint", "x",
                        "privacyUrl", "http://example.org",
                        "allowedOrigins", List.of("https://www.example.org", "https://www.example.org/page", "*")))
                .post("/v1/organisations")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "invalid-request"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "#/name",
                                "#/legalType",
                                "#/replyContact",
                                "#/privacyUrl",
                                "#/allowedOrigins/1",
                                "#/allowedOrigins/2"));
        asOperator()
                .body(TestOrganisation.request("sect", List.of()))
                .post("/v1/organisations")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("#/legalType")));
        asOperator().body("{").post("/v1/organisations").then().statusCode(400);
        asOperator().post("/v1/organisations").then().statusCode(422);
    }

    @Test
    void anOrganisationChangesWhatItHasSeen() {
        var organisation = TestOrganisation.create();
        var tag = organisation
                .asProgram()
                .get("/v1/organisation")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        organisation
                .asProgram()
                .body(Map.of("name", "A"))
                .patch("/v1/organisation")
                .then()
                .statusCode(428);
        organisation
                .asProgram()
                .header("If-Match", tag)
                .body(Map.of("name", "New name", "allowedOrigins", List.of("https://new.example")))
                .patch("/v1/organisation")
                .then()
                .statusCode(200)
                .body("name", equalTo("New name"))
                .body("allowedOrigins", equalTo(List.of("https://new.example")))
                .body("imprint", equalTo("Tell Parliament, 1 High Street, London"));
        organisation
                .asProgram()
                .header("If-Match", tag)
                .body(Map.of("name", "Late"))
                .patch("/v1/organisation")
                .then()
                .statusCode(412)
                .body("type", equalTo(PROBLEMS + "precondition-failed"));
    }

    @Test
    void anOrganisationDoesNotChooseItsLegalType() {
        TestOrganisation.create()
                .asProgram()
                .header("If-Match", "*")
                .body(Map.of("legalType", "charity"))
                .patch("/v1/organisation")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("#/legalType")));
    }

    @Test
    void oneKeyTakesOverFromAnother() {
        var organisation = TestOrganisation.create();
        var second = organisation
                .asProgram()
                .body(Map.of("label", "Second", "scopes", List.of("campaigns:read", "keys:write")))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        var successor = second.getString("secret");
        with(successor)
                .delete("/v1/organisation/keys/" + organisation.keyId())
                .then()
                .statusCode(204);
        organisation.asProgram().get("/v1/organisation").then().statusCode(401);
        with(successor)
                .get("/v1/organisation/keys")
                .then()
                .statusCode(200)
                .body("keys", hasSize(1))
                .body("keys[0].label", equalTo("Second"))
                .body("keys[0].secret", nullValue());
        with(successor)
                .delete("/v1/organisation/keys/" + second.getString("id"))
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "last-key"));
    }

    @Test
    void aUseHasTwoKeysAtOnceAndAnOrganisationManyUses() {
        var organisation = TestOrganisation.create();
        for (var label : List.of("Website", "Website", "CRM", "Newsletter")) {
            make(organisation, label).statusCode(201);
        }

        make(organisation, "Website").statusCode(409).body("type", equalTo(PROBLEMS + "too-many-keys"));
        for (var number = 0; number < 15; number++) {
            make(organisation, "Use " + number).statusCode(201);
        }
        make(organisation, "One more").statusCode(409).body("type", equalTo(PROBLEMS + "too-many-keys"));
    }

    @Test
    void aKeyIsRotatedInOneCallAlsoWhereTwoAreActive() {
        var organisation = TestOrganisation.create();
        make(organisation, "Website").statusCode(201);
        var old = make(organisation, "Website").extract().jsonPath();

        var successor = rotate(organisation, old.getString("id"), Map.of())
                .statusCode(201)
                .body("label", equalTo("Website"))
                .body("scopes", equalTo(List.of("campaigns:read")))
                .body("mode", equalTo("live"))
                .extract()
                .jsonPath();

        for (var secret : List.of(old.getString("secret"), successor.getString("secret"))) {
            with(secret).get("/v1/campaigns").then().statusCode(200);
        }
        var rotated = organisation
                .asProgram()
                .get("/v1/organisation/keys")
                .jsonPath()
                .getMap("keys.find { it.id == '%s' }".formatted(old.getString("id")));
        assertThat(rotated.get("successor")).isEqualTo(successor.getString("id"));
        assertThat(Instant.parse(String.valueOf(rotated.get("expiresAt"))))
                .isBetween(Instant.now().plusSeconds(23 * 3_600), Instant.now().plusSeconds(25 * 3_600));
        rotate(organisation, old.getString("id"), Map.of()).statusCode(409);
        rotate(organisation, successor.getString("id"), Map.of("overlapHours", 721))
                .statusCode(422);
        rotate(organisation, successor.getString("id"), Map.of("overlapHours", 0))
                .statusCode(201);
        with(successor.getString("secret")).get("/v1/campaigns").then().statusCode(401);
    }

    @Test
    void rotationGivesNobodyMoreThanTheyHave() {
        var organisation = TestOrganisation.create();
        var keymaker = organisation
                .asProgram()
                .body(Map.of("label", "Keymaker", "scopes", List.of("keys:write")))
                .post("/v1/organisation/keys")
                .jsonPath()
                .getString("secret");
        var path = "/v1/organisation/keys/%s/rotate".formatted(organisation.keyId());

        with(keymaker).post(path).then().statusCode(403);
        TestOrganisation.create().asProgram().post(path).then().statusCode(404);
        var test = organisation
                .asProgram()
                .body(Map.of("label", "Test", "mode", "test", "scopes", List.of("keys:write", "organisation:write")))
                .post("/v1/organisation/keys")
                .jsonPath()
                .getString("secret");
        with(test).post(path).then().statusCode(404);
        with(test)
                .header("If-Match", "*")
                .body(Map.of("name", "Changed by a test"))
                .patch("/v1/organisation")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse make(TestOrganisation organisation, String label) {
        return organisation
                .asProgram()
                .body(Map.of("label", label, "scopes", List.of("campaigns:read")))
                .post("/v1/organisation/keys")
                .then();
    }

    private static ValidatableResponse rotate(TestOrganisation organisation, String key, Map<String, Object> how) {
        return organisation
                .asProgram()
                .body(how)
                .post("/v1/organisation/keys/%s/rotate".formatted(key))
                .then();
    }

    @Test
    void aKeyDoesNoMoreThanItsScopesAllow() {
        var organisation = TestOrganisation.create();
        var reader = organisation
                .asProgram()
                .body(Map.of("label", "Reader", "scopes", List.of("keys:write")))
                .post("/v1/organisation/keys")
                .then()
                .extract()
                .jsonPath()
                .getString("secret");

        with(reader)
                .get("/v1/campaigns")
                .then()
                .statusCode(403)
                .body("detail", equalTo("This needs a key with the scope campaigns:read."));
        with(reader)
                .body(Map.of("label", "More", "scopes", List.of("campaigns:write")))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(403);
    }

    @Test
    void aKeyThatHasExpiredOrIsNotOursIsUnknown() throws InterruptedException {
        var organisation = TestOrganisation.create();
        var expiresAt = Instant.now().plusMillis(1_500);
        var brief = organisation
                .asProgram()
                .body(Map.of("label", "Brief", "scopes", List.of("campaigns:read"), "expiresAt", expiresAt.toString()))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("secret");

        with(organisation.key().replace("_live_", "_test_"))
                .get("/v1/organisation")
                .then()
                .statusCode(401);
        with(organisation.key().substring(0, 44) + "0".repeat(48))
                .get("/v1/organisation")
                .then()
                .statusCode(401);
        Thread.sleep(java.time.Duration.between(Instant.now(), expiresAt.plusMillis(50))
                .plusMillis(1));
        with(brief).get("/v1/campaigns").then().statusCode(401);
        organisation
                .asProgram()
                .body(Map.of("label", "Late", "scopes", List.of("campaigns:read"), "expiresAt", "2020-01-01T00:00:00Z"))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("#/expiresAt")));
    }

    @Test
    void theLastUseOfAKeyIsNoted() {
        var organisation = TestOrganisation.create();
        organisation.asProgram().get("/v1/organisation").then().statusCode(200);

        var keys = organisation
                .asProgram()
                .get("/v1/organisation/keys")
                .then()
                .extract()
                .jsonPath();

        assertThat(Instant.parse(keys.getString("keys[0].lastUsedAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void anotherOrganisationsKeyDoesNotExist() {
        var organisation = TestOrganisation.create();
        var other = TestOrganisation.create();

        other.asProgram()
                .delete("/v1/organisation/keys/" + organisation.keyId())
                .then()
                .statusCode(404);
        other.asProgram()
                .delete("/v1/organisation/keys/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        other.asProgram().delete("/v1/organisation/keys/nonsense").then().statusCode(404);
        organisation.asProgram().get("/v1/organisation").then().statusCode(200);
    }

    @Test
    void theOperatorListsOrganisations() {
        var first = TestOrganisation.create();
        var second = TestOrganisation.create();

        var page = asOperator()
                .get("/v1/organisations?limit=1")
                .then()
                .statusCode(200)
                .header("Link", endsWith("rel=\"next\""))
                .body("organisations.id", equalTo(List.of(second.id())))
                .extract()
                .jsonPath();
        asOperator()
                .get("/v1/organisations?limit=1&cursor=" + page.getString("next"))
                .then()
                .statusCode(200)
                .body("organisations.id", equalTo(List.of(first.id())));
    }

    @Test
    void theOperatorEndsAllKeysOfAnOrganisationAndMakesItAnother() {
        var organisation = TestOrganisation.create();
        var other = TestOrganisation.create();
        var keys = "/v1/organisations/%s/keys".formatted(organisation.id());
        asOperator()
                .body(Map.of("label", "Trying out", "mode", "test", "scopes", List.of("campaigns:read")))
                .post(keys)
                .then()
                .statusCode(201)
                .body("secret", startsWith("cl_sk_test_"));
        asOperator().get(keys).then().statusCode(200).body("keys.mode", equalTo(List.of("live", "test")));

        asOperator().delete(keys).then().statusCode(204);

        organisation.asProgram().get("/v1/organisation").then().statusCode(401);
        other.asProgram().get("/v1/organisation").then().statusCode(200);
        asOperator().get(keys).then().body("keys", hasSize(0));
        String secret = asOperator()
                .body(Map.of("label", "After the leak", "scopes", List.of("campaigns:read", "keys:write")))
                .post(keys)
                .then()
                .statusCode(201)
                .body("mode", equalTo("live"))
                .extract()
                .path("secret");
        with(secret).get("/v1/organisation").then().statusCode(200).body("id", equalTo(organisation.id()));
    }

    @Test
    void ofAnUnknownOrganisationTheOperatorIsToldSo() {
        var keys = "/v1/organisations/%s/keys".formatted(UUID.randomUUID());
        var request = Map.of("label", "Nobody's", "scopes", List.of("campaigns:read"));
        asOperator().get(keys).then().statusCode(404).body("type", equalTo(PROBLEMS + "not-found"));
        asOperator().body(request).post(keys).then().statusCode(404);
        asOperator().delete(keys).then().statusCode(404);
    }
}
