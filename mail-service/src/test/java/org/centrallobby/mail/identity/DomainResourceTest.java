package org.centrallobby.mail.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.mail.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class DomainResourceTest {
    @Inject
    SendingDomains sendingDomains;

    @Inject
    DomainDesk desk;

    @Inject
    DomainRecheck checks;

    private final NameServerOfATest server = NameServerOfATest.shared();
    private final UUID organisation = UUID.randomUUID();
    private final String domain = "d" + organisation.toString().substring(0, 8) + ".charity.example";

    @Test
    void aDomainSendsWhenItsRecordsAreRight() {
        var registered = register(domain).then().statusCode(201).extract();
        String id = registered.path("id");
        assertThat(registered.header("Location")).endsWith("/v1/domains/" + id);
        assertThat(registered.<List<?>>path("records")).hasSize(7);
        assertThat(registered.<String>path("state")).isEqualTo("pending");
        assertThat(sender().domain()).isEqualTo("lobby.example");

        operator()
                .post("/v1/domains/" + id + "/check")
                .then()
                .statusCode(200)
                .body("state", equalTo("pending"))
                .body("records.ok", everyItem(equalTo(false)));
        publish(registered.path("records"));
        operator()
                .post("/v1/domains/" + id + "/check")
                .then()
                .statusCode(200)
                .body("state", equalTo("verified"))
                .body("sends", equalTo(true))
                .body("records.ok", everyItem(equalTo(true)));

        var identity = desk.identity(organisation, domain, "letters").orElseThrow();
        assertThat(identity.domain()).isEqualTo(domain);
        assertThat(identity.bounceDomain()).isEqualTo("bounces." + domain);
        assertThat(identity.keys()).extracting(DkimKey::selector).containsExactly("lobby1", "lobby1e");
        assertThat(desk.identity(UUID.randomUUID(), domain, "letters")).isEmpty();
    }

    @Test
    void keysRotateToThoseThatArePublishedAlready() {
        var registered = register(domain).then().extract();
        String id = registered.path("id");
        operator().post("/v1/domains/" + id + "/rotate").then().statusCode(422);
        publish(registered.path("records"));
        operator().post("/v1/domains/" + id + "/check").then().body("state", equalTo("verified"));

        operator()
                .post("/v1/domains/" + id + "/rotate")
                .then()
                .statusCode(200)
                .body("records.name", hasItem("lobby3._domainkey." + domain))
                .body("records.name", hasItem("lobby2e._domainkey." + domain))
                .body("records.name", not(hasItem("lobby1._domainkey." + domain)))
                .body("records.find { it.name.startsWith('lobby2.') }.role", equalTo("dkim"))
                .body("records.find { it.name.startsWith('lobby2.') }.ok", equalTo(true));

        assertThat(desk.identity(organisation, domain, "letters").orElseThrow().keys())
                .extracting(DkimKey::selector)
                .containsExactly("lobby2", "lobby2e");
        operator().post("/v1/domains/" + id + "/rotate").then().statusCode(422);
    }

    /** The next keys' records may come late or go: nothing is signed with them. */
    @Test
    void aDomainSendsWithoutTheRecordsOfItsNextKeys() {
        var registered = register(domain).then().extract();
        String id = registered.path("id");
        publish(registered.path("records"));
        operator().post("/v1/domains/" + id + "/check").then().body("state", equalTo("verified"));
        server.remove("lobby2._domainkey." + domain);

        operator()
                .post("/v1/domains/" + id + "/check")
                .then()
                .body("state", equalTo("verified"))
                .body("failingSince", nullValue())
                .body("records.find { it.name.startsWith('lobby2.') }.role", equalTo("dkim-next"))
                .body("records.find { it.name.startsWith('lobby2.') }.ok", equalTo(false));
        operator().post("/v1/domains/" + id + "/rotate").then().statusCode(422);
        server.remove("lobby1._domainkey." + domain);
        operator().post("/v1/domains/" + id + "/check").then().body("state", equalTo("failing"));
    }

    @Test
    void recordsThatGoWrongAreSaidAndTheDomainSendsForAGrace() {
        var registered = register(domain).then().extract();
        String id = registered.path("id");
        publish(registered.path("records"));
        operator().post("/v1/domains/" + id + "/check").then().body("state", equalTo("verified"));
        server.remove("bounces." + domain);

        operator()
                .post("/v1/domains/" + id + "/check")
                .then()
                .body("state", equalTo("failing"))
                .body("sends", equalTo(true))
                .body("failingSince", not(nullValue()));
    }

    @Test
    void theLookThatComesByItselfFindsWhatWentWrong() {
        var registered = register(domain).then().extract();
        String id = registered.path("id");
        publish(registered.path("records"));
        operator().post("/v1/domains/" + id + "/check").then().body("state", equalTo("verified"));
        server.remove("_dmarc." + domain);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            checks.recheck();
            operator().get("/v1/domains/" + id).then().body("state", equalTo("failing"));
        });
    }

    @Test
    void nameServersThatDoNotAnswerChangeNothing() {
        var registered = register(domain).then().extract();
        String id = registered.path("id");
        publish(registered.path("records"));
        operator().post("/v1/domains/" + id + "/check").then().body("state", equalTo("verified"));
        server.fallSilent(true);
        try {
            operator().post("/v1/domains/" + id + "/check").then().statusCode(422);
        } finally {
            server.fallSilent(false);
        }
        operator().get("/v1/domains/" + id).then().body("sends", equalTo(true));
    }

    @Test
    void aDomainIsOfOneOrganisationAndIsAnsweredAgainToIt() {
        String id = register(domain).then().statusCode(201).extract().path("id");

        register(domain.toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        operator()
                .body(Map.of("organisation", UUID.randomUUID(), "domain", domain))
                .post("/v1/domains")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/domain"));
        operator()
                .get("/v1/domains?limit=1&organisation=" + organisation)
                .then()
                .statusCode(200)
                .body("domains[0].id", equalTo(id))
                .body("next", nullValue());
        operator().delete("/v1/domains/" + id).then().statusCode(204);
        operator().get("/v1/domains/" + id).then().statusCode(404);
    }

    @Test
    void listsComeInPages() {
        register("a-" + domain).then().statusCode(201);
        register("b-" + domain).then().statusCode(201);

        var first = operator()
                .get("/v1/domains?limit=1&organisation=" + organisation)
                .then()
                .statusCode(200)
                .extract();
        String next = first.path("next");
        assertThat(first.header("Link")).contains("cursor=" + next).contains("organisation=" + organisation);
        operator()
                .get("/v1/domains?limit=1&organisation=" + organisation + "&cursor=" + next)
                .then()
                .body("domains[0].domain", equalTo("b-" + domain))
                .body("next", nullValue());
    }

    @Test
    void whatIsNoDomainIsRefused() {
        for (var wrong : List.of("https://charity.example", "charity", "a b.example", "192.0.2.1", "-a.example")) {
            register(wrong).then().statusCode(422);
        }
        given().contentType(ContentType.JSON).post("/v1/domains").then().statusCode(401);
        operator().post("/v1/domains").then().statusCode(422);
    }

    private SendingIdentity sender() {
        return sendingDomains.forMail(organisation, domain);
    }

    private void publish(List<Map<String, String>> records) {
        server.txt("lobby.example", "v=spf1 ip4:192.0.2.0/24 -all");
        for (var record : records) {
            if ("MX".equals(record.get("type"))) {
                server.mx(
                        String.valueOf(record.get("name")),
                        String.valueOf(record.get("value")).split(" ")[1]);
            } else {
                server.txt(String.valueOf(record.get("name")), String.valueOf(record.get("value")));
            }
        }
    }

    private Response register(String name) {
        return operator()
                .body(Map.of("organisation", organisation, "domain", name))
                .post("/v1/domains");
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer test-operator-key").contentType(ContentType.JSON);
    }
}
