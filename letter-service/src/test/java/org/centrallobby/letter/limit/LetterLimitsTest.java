package org.centrallobby.letter.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.limit.Counter.What;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.proof.Solver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class LetterLimitsTest {
    @Inject
    Rush rush;

    @Inject
    Scene scene;

    @Inject
    LimitsConfig config;

    private final String address = Rush.address();
    private TestOrganisation organisation;
    private Scene.Live campaign;
    private Scene.Held seat;

    @BeforeEach
    void aLiveCampaign() {
        organisation = TestOrganisation.create();
        campaign = Scene.live(organisation.key());
        seat = scene.seat();
    }

    @AfterEach
    void theRushIsOver() {
        scene.change("delete from limit_count");
    }

    @Test
    void whoWritesFewLettersIsAskedForNothing() {
        write(Map.of()).statusCode(202).header("RateLimit", containsString("r=" + (config.addressMost() - 1)));
    }

    @Test
    void whoWritesManySolvesAChallengeForEachAndUsesItOnce() {
        rush.free(address);

        var proof = Solver.solve(challengeOf(write(Map.of()).statusCode(403)));

        write(Map.of("proof", proof)).statusCode(202);
        write(Map.of("proof", proof)).statusCode(403).body("type", endsWith("/proof-of-work-required"));
        write(Map.of("proof", "nonsense")).statusCode(403);
        assertThat(rush.taken(What.ADDRESS, rush.visitor(address).address()))
                .as("only the letter that was taken counts")
                .isEqualTo(config.addressFree() + 1);
    }

    @Test
    void aProofIsForOneCampaign() {
        rush.free(address);
        var other = Scene.live(organisation.key());
        var proof = Solver.solve(given().get("/v1/public/campaigns/%s/challenge".formatted(other.slug()))
                .jsonPath()
                .getMap("$"));

        write(Map.of("proof", proof)).statusCode(403);
    }

    @Test
    void aProofCanBeFetchedBeforehand() {
        rush.free(address);
        var proof = Solver.solve(given().get("/v1/public/campaigns/%s/challenge".formatted(campaign.slug()))
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .jsonPath()
                .getMap("$"));

        write(Map.of("proof", proof)).statusCode(202);
    }

    @Test
    void aLostAnswerIsRepeatedThoughTheProofIsSpent() {
        rush.free(address);
        var key = UUID.randomUUID().toString();
        var letter = new HashMap<>(letter());
        letter.put("proof", Solver.solve(challengeOf(write(Map.of()).statusCode(403))));
        var id = send(letter, key).statusCode(202).extract().<String>path("id");

        assertThat(send(letter, key).statusCode(202).extract().<String>path("id"))
                .isEqualTo(id);
        letter.put("proof", "another one, solved while the first answer was on its way");
        assertThat(send(letter, key).statusCode(202).extract().<String>path("id"))
                .isEqualTo(id);
    }

    @Test
    void whoWritesTooManyWaitsAndTheNeighboursDoNot() {
        rush.most(address);

        write(Map.of())
                .statusCode(429)
                .body("type", endsWith("/too-many-requests"))
                .body("$", not(hasKey("challenge")))
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThanOrEqualTo((int)
                        config.window().toSeconds())))
                .header("RateLimit-Policy", containsString("\"letters\";q=" + config.addressMost()))
                .header("RateLimit", containsString("r=0;"));
        Rush.from(Rush.address()).body(letter()).post(path("letters")).then().statusCode(202);
        assertThat(rush.taken(What.CAMPAIGN, campaign.id()))
                .as("who is refused counts against nobody else")
                .isEqualTo(1);
    }

    @Test
    void aWholeNetworkHasABoundAsWell() {
        var network = rush.visitor(address).network();
        rush.set(What.NETWORK, network, config.networkFree());
        write(Map.of()).statusCode(403);

        rush.set(What.NETWORK, network, config.networkMost());
        write(Map.of()).statusCode(429);
    }

    @Test
    void aFloodUponACampaignOrAnMpHasEveryoneWorkAndRefusesNobody() {
        rush.set(What.CAMPAIGN, campaign.id(), 50 * config.campaignFree());
        var proof = Solver.solve(challengeOf(write(Map.of()).statusCode(403)));
        write(Map.of("proof", proof)).statusCode(202);

        rush.set(What.CAMPAIGN, campaign.id(), 0);
        rush.set(What.MEMBER, Integer.toString(seat.member()), 50 * config.memberFree());
        proof = Solver.solve(challengeOf(write(Map.of()).statusCode(403)));
        write(Map.of("proof", proof)).statusCode(202);
    }

    @Test
    void anOrganisationCanAskForAProofWithEveryLetter() {
        TestOrganisation.with(organisation.key())
                .header(
                        "If-Match",
                        organisation
                                .asProgram()
                                .get("/v1/campaigns/" + campaign.id())
                                .header("ETag"))
                .body(Map.of("proofOfWork", "always"))
                .patch("/v1/campaigns/" + campaign.id())
                .then()
                .statusCode(200);

        organisation
                .asProgram()
                .get("/v1/campaigns/%s/check".formatted(campaign.id()))
                .then()
                .body("publishable", equalTo(true))
                .body("warnings.pointer", contains("#/proofOfWork"));

        var proof = Solver.solve(challengeOf(write(Map.of()).statusCode(403)));

        write(Map.of("proof", proof)).statusCode(202);
        given().get("/c/" + campaign.slug()).then().body(containsString("This campaign needs JavaScript."));
        given().formParams(letter())
                .post("/c/%s/send".formatted(campaign.slug()))
                .then()
                .statusCode(403)
                .body(containsString("This campaign needs JavaScript"))
                .body(not(containsString("Very many letters")))
                .body(not(containsString("try again")))
                .body(containsString("I walk past these cameras"));
    }

    @Test
    void whatIsWrongWithALetterIsSaidBeforeAnyWorkIsAskedFor() {
        rush.free(address);

        write(Map.of("name", "")).statusCode(422);
        assertThat(rush.taken(What.ADDRESS, rush.visitor(address).address())).isEqualTo(config.addressFree());
    }

    @Test
    void lookUpsPreviewsAndCodesHaveBoundsOfTheirOwn() {
        var whom = rush.visitor(address).address();
        rush.set(What.LOOK_UP, whom, config.lookUps());
        Rush.from(address)
                .get(path("mp?postcode=" + seat.postcode().replace(" ", "")))
                .then()
                .statusCode(429)
                .header("Retry-After", not(nullValue()));

        rush.set(What.PREVIEW, whom, config.previews() - 1);
        Rush.from(address).body(letter()).post(path("preview")).then().statusCode(200);
        Rush.from(address).body(letter()).post(path("preview")).then().statusCode(429);

        rush.set(What.CODE, whom, config.codes());
        Rush.from(address)
                .body(Map.of("letter", UUID.randomUUID(), "code", "123456"))
                .post("/v1/public/confirmations")
                .then()
                .statusCode(429);
        write(Map.of()).statusCode(202);
    }

    @Test
    void whateverElseIsPostedHasABoundTogether() {
        rush.set(What.REQUEST, rush.visitor(address).address(), config.requests());
        var token = Map.of("token", "nobody's");
        var comment = "/v1/public/comments/" + UUID.randomUUID();

        Map.of(
                        "/v1/public/recalls",
                        token,
                        "/v1/public/confirmations",
                        token,
                        path("comments"),
                        token,
                        comment + "/withdraw",
                        token,
                        comment + "/report",
                        Map.of("reason", "spam"))
                .forEach((path, body) -> Rush.from(address)
                        .body(body)
                        .post(path)
                        .then()
                        .statusCode(429)
                        .body("type", endsWith("/too-many-requests"))
                        .header("Retry-After", not(nullValue())));
        Rush.from(address).get(path("challenge")).then().statusCode(429);
        for (var page : List.of("/confirm/nobody", "/confirm/nobody/recall", "/letter/nobody/recall")) {
            given().header("X-Forwarded-For", address).post(page).then().statusCode(429);
        }
        write(Map.of()).statusCode(202);
        Rush.from(Rush.address()).body(token).post("/v1/public/recalls").then().statusCode(404);
    }

    @Test
    void aLetterKeepsTheHashOfItsNetwork() {
        var id = write(Map.of()).statusCode(202).extract().<String>path("id");
        var neighbour = address.replaceFirst("7$", "9");
        var other = Rush.from(neighbour)
                .body(letter())
                .post(path("letters"))
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");

        assertThat(network(id)).isEqualTo(rush.visitor(address).network()).isEqualTo(network(other));
        assertThat(rush.visitor(address).address())
                .isNotEqualTo(rush.visitor(neighbour).address());
    }

    @Test
    void noTableHoldsTheAddressItself() {
        write(Map.of()).statusCode(202);

        assertThat(scene.rows("""
                select table_name from information_schema.tables t where table_schema = 'public' and cast(
                    query_to_xml(format('select * from %%I', table_name), true, true, '') as text) like '%%%s%%'""".formatted(address))).isEmpty();
    }

    private Object network(String letter) {
        return scene.rows("select network from letter where id = '%s'".formatted(letter))
                .getFirst();
    }

    private Map<String, Object> challengeOf(ValidatableResponse answer) {
        return answer.body("type", endsWith("/proof-of-work-required"))
                .extract()
                .jsonPath()
                .getMap("challenge");
    }

    private ValidatableResponse write(Map<String, Object> given) {
        var letter = letter();
        letter.putAll(given);
        return send(letter, UUID.randomUUID().toString());
    }

    private ValidatableResponse send(Map<String, Object> letter, String key) {
        return Rush.from(address)
                .header("Idempotency-Key", key)
                .body(letter)
                .post(path("letters"))
                .then();
    }

    private Map<String, Object> letter() {
        return new HashMap<>(Map.of(
                "postcode", seat.postcode(),
                "name", "Ann Writer",
                "email", UUID.randomUUID() + "@example.org",
                "address", "1 High Street\nTestford",
                "subject", "Take them down",
                "body", "I walk past these cameras every morning, and I mind."));
    }

    private String path(String operation) {
        return "/v1/public/campaigns/%s/%s".formatted(campaign.slug(), operation);
    }
}
