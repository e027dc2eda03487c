package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class WebhookResourceTest {
    private static final String URL = "http://localhost:9999/mp-letters";

    @Inject
    Scene scene;

    @Test
    void theSecretIsShownOnceAndKeptSealed() {
        var organisation = TestOrganisation.create();
        var request = Map.of("url", URL, "events", List.of("letter.sent"), "description", "Our CRM");
        var key = UUID.randomUUID().toString();

        var answer = organisation
                .asProgram()
                .header("Idempotency-Key", key)
                .body(request)
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/webhooks/"))
                .body("secret", startsWith("whsec_"))
                .body("state", equalTo("active"))
                .body("events", contains("letter.sent"))
                .extract();
        organisation
                .asProgram()
                .header("Idempotency-Key", key)
                .body(request)
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .body("secret", equalTo(answer.path("secret")));

        organisation
                .asProgram()
                .get("/v1/webhooks")
                .then()
                .body("webhooks", hasSize(1))
                .body("webhooks[0].secret", nullValue())
                .body("webhooks[0].description", equalTo("Our CRM"));
        organisation
                .asProgram()
                .get("/v1/webhooks/" + answer.path("id"))
                .then()
                .header("ETag", notNullValue())
                .body("secret", nullValue());
        var kept = WebhookSecret.parse(answer.path("secret")).key();
        assertThat(scene.rows("select secret from webhook where id = '%s'".formatted(answer.<String>path("id"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        byte[].class,
                        stored -> assertThat(java.util.HexFormat.of().formatHex(stored))
                                .doesNotContain(java.util.HexFormat.of().formatHex(kept)));
    }

    @Test
    void aChangeNeedsWhatWasReadLast() {
        var webhook = TestWebhook.at(TestOrganisation.create(), URL, "letter.sent");
        var organisation = webhook.organisation();
        var tag = organisation.asProgram().get(webhook.path()).header("ETag");

        organisation.asProgram().body(Map.of()).patch(webhook.path()).then().statusCode(428);
        organisation
                .asProgram()
                .header("If-Match", tag)
                .body(Map.of("events", List.of(), "description", "All of it"))
                .patch(webhook.path())
                .then()
                .statusCode(200)
                .body("events", hasSize(0))
                .body("url", equalTo(URL))
                .body("description", equalTo("All of it"));
        organisation
                .asProgram()
                .header("If-Match", tag)
                .body(Map.of("description", "None of it"))
                .patch(webhook.path())
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://192.168.1.1:8443/",
                "https://user@localhost/",
                "https://localhost:25/",
                "gopher://localhost/",
                "\u0000",
                "https://[::ffff:10.0.0.1]/"
            })
    void anAddressThatWouldNotBeSentToIsRefusedAtOnce(String url) {
        var organisation = TestOrganisation.create();

        organisation
                .asProgram()
                .body(Map.of("url", url))
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/url"));
        var webhook = TestWebhook.at(organisation, URL);
        organisation
                .asProgram()
                .header("If-Match", "*")
                .body(Map.of("url", url))
                .patch(webhook.path())
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsNoFilterIsRefused() {
        var organisation = TestOrganisation.create();
        var foreign = TestCampaign.draft(TestOrganisation.create(), TestCampaign.request());

        for (var wrong : List.of(
                Map.of("url", URL, "events", List.of("letter.eaten")),
                Map.of("url", URL, "campaigns", List.of(foreign)),
                Map.of("url", URL, "campaigns", List.of("none")),
                Map.of("url", URL, "description", "two\nlines"),
                Map.of("description", "no address"))) {
            organisation.asProgram().body(wrong).post("/v1/webhooks").then().statusCode(422);
        }
        organisation.asProgram().get("/v1/webhooks").then().body("webhooks", hasSize(0));
    }

    @Test
    void tenCanStandAtOnceAndAreListedPageByPage() {
        var organisation = TestOrganisation.create();
        for (var number = 0; number < 10; number++) {
            TestWebhook.at(organisation, URL);
        }

        organisation
                .asProgram()
                .body(Map.of("url", URL))
                .post("/v1/webhooks")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://centrallobby.org/problems/too-many-webhooks"));
        var first = organisation.asProgram().get("/v1/webhooks?limit=7");
        var rest = organisation.asProgram().get("/v1/webhooks?cursor=" + first.path("next"));
        assertThat(first.jsonPath().getList("webhooks.id")).hasSize(7);
        assertThat(rest.jsonPath().getList("webhooks.id"))
                .hasSize(3)
                .doesNotContainAnyElementsOf(first.jsonPath().getList("webhooks.id"));
        organisation
                .asProgram()
                .delete("/v1/webhooks/" + rest.path("webhooks[0].id"))
                .then()
                .statusCode(204);
        TestWebhook.at(organisation, URL);
    }

    @Test
    void anotherTenantsWebhookDoesNotExist() {
        var webhook = TestWebhook.at(TestOrganisation.create(), URL);
        var delivery = webhook.test();
        var testKey = webhook.organisation()
                .asProgram()
                .body(Map.of("label", "t", "mode", "test", "scopes", List.of("webhooks:write")))
                .post("/v1/organisation/keys")
                .<String>path("secret");

        for (var stranger : List.of(TestOrganisation.create().key(), testKey)) {
            for (var path : List.of("", "/deliveries", "/deliveries/" + delivery)) {
                TestOrganisation.with(stranger)
                        .get(webhook.path() + path)
                        .then()
                        .statusCode(404);
            }
            for (var path : List.of("/pause", "/resume", "/rotate", "/test", "/deliveries/" + delivery + "/replay")) {
                TestOrganisation.with(stranger)
                        .post(webhook.path() + path)
                        .then()
                        .statusCode(404);
            }
            TestOrganisation.with(stranger)
                    .body(Map.of("since", "2026-01-01T00:00:00Z"))
                    .post(webhook.path() + "/replay")
                    .then()
                    .statusCode(404);
            TestOrganisation.with(stranger)
                    .header("If-Match", "*")
                    .body(Map.of("description", "Mine"))
                    .patch(webhook.path())
                    .then()
                    .statusCode(404);
            TestOrganisation.with(stranger).delete(webhook.path()).then().statusCode(404);
            TestOrganisation.with(stranger).get("/v1/webhooks").then().body("webhooks", hasSize(0));
        }
        var other = TestWebhook.at(TestOrganisation.create(), URL);
        other.organisation()
                .asProgram()
                .get(other.path() + "/deliveries/" + delivery)
                .then()
                .statusCode(404);
    }

    @Test
    void aKeyNeedsTheScope() {
        var webhook = TestWebhook.at(TestOrganisation.create(), URL);
        var reader = webhook.organisation()
                .asProgram()
                .body(Map.of("label", "r", "scopes", List.of("letters:read")))
                .post("/v1/organisation/keys")
                .<String>path("secret");

        TestOrganisation.with(reader).get("/v1/webhooks").then().statusCode(403);
        TestOrganisation.with(reader).get(webhook.path() + "/deliveries").then().statusCode(403);
    }
}
