package org.centrallobby.mail.suppression;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.UUID;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.address.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class SuppressionResourceTest {
    @Inject
    SuppressionList list;

    @Inject
    SuppressionPurge purge;

    @Test
    void aMailboxIsPutOnTheListFoundAndTakenOff() {
        var address = UUID.randomUUID() + "@example.org";
        var made = add("{\"address\": \" %s \", \"reason\": \"requested\"}".formatted(address));
        made.then()
                .statusCode(201)
                .body("address", equalTo(address.charAt(0) + "***@example.org"))
                .body("organisation", nullValue())
                .body("covers", equalTo("everything"))
                .body("expiresAt", nullValue());
        String id = made.path("id");
        assertThat(made.getHeader("Location")).endsWith("/v1/suppressions/" + id);
        assertThat(made.asString()).doesNotContain(address);

        operator().get("/v1/suppressions/" + id).then().statusCode(200).body("id", equalTo(id));
        lookUp(address).then().body("suppressions", hasSize(1)).body("suppressions[0].id", equalTo(id));
        add("{\"address\": \"%s\", \"reason\": \"requested\"}".formatted(address))
                .then()
                .statusCode(200)
                .body("id", equalTo(id));

        operator().delete("/v1/suppressions/" + id).then().statusCode(204);
        operator().delete("/v1/suppressions/" + id).then().statusCode(404);
        lookUp(address).then().body("suppressions", hasSize(0));
    }

    @Test
    void anAddressIsLookedUpInJson() {
        operator()
                .contentType("text/plain")
                .body("jane@example.org")
                .post("/v1/suppressions/lookup")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void whatRunsOutHoldsNoLongerAndIsForgotten() throws InterruptedException {
        var address = UUID.randomUUID() + "@example.org";
        var soon = InstantSource.system().instant().plus(Duration.ofMillis(700));
        String id = add("{\"address\": \"%s\", \"reason\": \"requested\", \"expiresAt\": \"%s\"}"
                        .formatted(address, soon))
                .path("id");

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> lookUp(address).then().body("suppressions", hasSize(0)));
        purge.purge();

        operator().get("/v1/suppressions/" + id).then().statusCode(404);
    }

    @Test
    void theLaterEndCountsAndBouncesEndByThemselves() {
        var address = EmailAddress.parse(UUID.randomUUID() + "@example.org");
        var mail = UUID.randomUUID();
        list.bounced(address, mail, true);
        String first = lookUp(address.wire()).path("suppressions[0].expiresAt");
        list.bounced(address, mail, false);
        list.bounced(address, mail, true);

        String end = lookUp(address.wire())
                .then()
                .body("suppressions", hasSize(1))
                .extract()
                .path("suppressions[0].expiresAt");

        assertThat(end).isGreaterThan(first);
    }

    @Test
    void theListIsReadPageByPage() {
        var organisation = UUID.randomUUID();
        for (var number = 0; number < 5; number++) {
            add("{\"address\": \"p%d-%s@example.org\", \"reason\": \"complained\", \"organisation\": \"%s\"}"
                            .formatted(number, organisation, organisation))
                    .then()
                    .statusCode(201);
        }
        var seen = new HashSet<String>();
        var path = "/v1/suppressions?limit=2&reason=complained&organisation=" + organisation;
        for (var pages = 0; path != null; pages++) {
            assertThat(pages).isLessThan(3);
            var page = operator().get(path);
            seen.addAll(page.path("suppressions.id"));
            var link = page.getHeader("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).hasSize(5);
        operator().get("/v1/suppressions?limit=1").then().body("next", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"address\": \"jane@example.org\"}",
                "{\"address\": \"jane\", \"reason\": \"requested\"}",
                "{\"address\": \"jane@example.org\\r\\nX: y\", \"reason\": \"requested\"}",
                "{\"address\": \"jane@example.org\", \"reason\": \"whim\"}",
                "{\"address\": \"jane@example.org\", \"reason\": \"requested\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}",
            })
    void whatCannotBeUsedIsAProblemOfItsField(String body) {
        var answer = add(body);

        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors", hasSize(org.hamcrest.Matchers.greaterThan(0)));
        assertThat(answer.asString()).doesNotContain("jane");
    }

    @Test
    void nobodyElseSeesTheList() {
        given().get("/v1/suppressions").then().statusCode(401);
        given().header("Authorization", "Bearer test-intake-key-0001")
                .get("/v1/suppressions")
                .then()
                .statusCode(401);
        operator().get("/v1/suppressions?reason=whim").then().statusCode(422);
        operator().get("/v1/suppressions?limit=0").then().statusCode(422);
    }

    private static Response add(String body) {
        return operator().contentType("application/json").body(body).post("/v1/suppressions");
    }

    private static Response lookUp(String address) {
        return operator()
                .contentType("application/json")
                .body("{\"address\": \"%s\"}".formatted(address))
                .post("/v1/suppressions/lookup");
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer test-operator-key");
    }
}
