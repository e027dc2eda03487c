package org.centrallobby.letter.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.lookup.SeatFeed;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which letter a seat gets, of which pieces, and what stops a campaign that has none for some. */
@ServiceTest
class CampaignMessagesTest {
    private static final List<Map<String, String>> POINTS = List.of(
            Map.of("id", "cost", "title", "What it costs", "text", "Replacing them later costs more."),
            Map.of("id", "rights", "title", "Whom they watch", "text", "They watched camps."),
            Map.of("id", "date", "title", "A date", "text", "Without a date nothing happens."));

    @Inject
    Scene scene;

    @Inject
    SeatFeed feed;

    private TestOrganisation organisation;

    @BeforeEach
    void begin() {
        organisation = TestOrganisation.create();
    }

    @Test
    void aLetterIsMadeOfThePointsInTheWritersOrderAndTheirLine() {
        var seat = scene.seat();
        var slug = live(Map.of(
                "subject",
                "One",
                "moreSubjects",
                List.of("Two"),
                "body",
                "I write from {constituency.name}.",
                "points",
                POINTS,
                "leastPoints",
                1,
                "mostPoints",
                2,
                "close",
                "Will you act?",
                "prompts",
                List.of("Why you?")));

        preview(slug, seat, Map.of("points", List.of("rights", "cost"), "personalLine", "My {brother} fled."))
                .statusCode(200)
                .body(
                        "body",
                        equalTo(
                                "I write from %s.\n\nThey watched camps.\n\nReplacing them later costs more.\n\nMy {brother} fled.\n\nWill you act?"
                                        .formatted(seat.constituency().name())))
                .body("offer.chosen", equalTo(List.of("rights", "cost")))
                .body("offer.points.id", equalTo(List.of("cost", "rights", "date")))
                .body("offer.prompts", equalTo(List.of("Why you?")));
        preview(slug, seat, Map.of("points", List.of("rights", "cost", "date")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/points"))
                .body("errors[0].detail", equalTo("Take 1 to 2 points."));
        preview(slug, seat, Map.of("points", List.of("cost", "cost"))).statusCode(422);
        preview(slug, seat, Map.of("points", List.of("nonsense"))).statusCode(422);
    }

    @Test
    void theFirstRuleThatSpeaksOfASeatDecides() {
        var excluded = scene.seat();
        var thanked = scene.seat();
        var other = scene.seat();
        var request = TestCampaign.request();
        request.put("letters", Map.of("thanks", Map.of("subject", "Thank you", "body", "Thank you for your support.")));
        request.put(
                "rules",
                List.of(
                        Map.of(
                                "name",
                                "Speaker",
                                "when",
                                Map.of("members", List.of(excluded.member())),
                                "outcome",
                                "exclude",
                                "explanation",
                                "The Speaker takes no side."),
                        Map.of(
                                "name",
                                "With us",
                                "when",
                                Map.of("lists", List.of("with-us")),
                                "outcome",
                                "thanks",
                                "letter",
                                "thanks"),
                        Map.of(
                                "name",
                                "Elsewhere",
                                "when",
                                Map.of(
                                        "constituencies",
                                        List.of(other.constituency().code())),
                                "outcome",
                                "redirect",
                                "campaign",
                                "sister"),
                        Map.of("name", "Everyone", "outcome", "letter")));
        var id = TestCampaign.draft(organisation, request);
        check(id).body("publishable", equalTo(false)).body("errors.detail", hasItem("Upload with-us first."));
        upload(
                        id,
                        "lists/with-us",
                        "\uFEFFConstituency,Note\n\"%s\",x\n"
                                .formatted(thanked.constituency().name().toUpperCase()))
                .statusCode(200)
                .body("rows", equalTo(1));
        publish(id).statusCode(200);
        var slug = String.valueOf(request.get("slug"));

        preview(slug, excluded, Map.of())
                .statusCode(409)
                .body("type", equalTo("https://centrallobby.org/problems/no-letter-wanted"))
                .body("detail", equalTo("The Speaker takes no side."));
        preview(slug, thanked, Map.of()).body("subject", equalTo("Thank you")).body("offer.kind", equalTo("thanks"));
        preview(slug, other, Map.of()).statusCode(409).body("campaign", equalTo("sister"));
        preview(slug, scene.seat(), Map.of()).statusCode(200).body("offer.kind", equalTo("letter"));

        var rows = get(id, "/preview")
                .statusCode(200)
                .body("uncovered", equalTo(0))
                .extract()
                .jsonPath();
        assertThat(rows.getString("seats.find { it.constituency.code == '%s' }.rule"
                        .formatted(thanked.constituency().code())))
                .isEqualTo("With us");
        get(id, "/preview?constituency=" + thanked.constituency().code())
                .body("seats[0].text.body", equalTo("Thank you for your support."));
    }

    @Test
    void aRuleLooksAtTheRegionAndTheOfficeThatTheSeatsEventTells() {
        var office = "Minister of State (%s)".formatted(UUID.randomUUID());
        var minister = scene.seat();
        var elsewhere = scene.seat();
        var event = Contract.example("seat-office.v1").replace("Speaker of the House of Commons", office);
        feed.fill(minister.constituency(), about(minister, event));
        feed.fill(elsewhere.constituency(), about(elsewhere, event.replace("North West", "Wales")));
        var request = TestCampaign.request();
        request.put(
                "rules",
                List.of(
                        rule(
                                "Ministers",
                                Map.of(
                                        "offices",
                                        List.of(office.toUpperCase(Locale.ROOT)),
                                        "regions",
                                        List.of("north west"))),
                        rule("Everyone", Map.of())));
        var id = TestCampaign.draft(organisation, request);

        check(id).body("publishable", equalTo(true));
        assertThat(ruleFor(id, minister)).isEqualTo("Ministers");
        assertThat(ruleFor(id, elsewhere)).isEqualTo("Everyone");
    }

    @Test
    void aRuleForARegionOrAnOfficeThatThereIsNotIsToldWhatThereIs() {
        var office = "Minister of State (%s)".formatted(UUID.randomUUID());
        var minister = scene.seat();
        feed.fill(
                minister.constituency(),
                about(minister, Contract.example("seat-office.v1").replace("Speaker of the House of Commons", office)));
        var request = TestCampaign.request();
        request.put(
                "rules",
                List.of(
                        rule(
                                "Part of a name",
                                Map.of(
                                        "offices",
                                        List.of(office.substring(0, 40).toUpperCase(Locale.ROOT)))),
                        rule("No region", Map.of("regions", List.of("Nort West"))),
                        rule("Everyone", Map.of())));

        check(TestCampaign.draft(organisation, request))
                .body("publishable", equalTo(false))
                .body(
                        "errors.find { it.pointer == '#/rules/0/when' }.detail",
                        endsWith("The whole names are “%s”.".formatted(office)))
                .body(
                        "errors.find { it.pointer == '#/rules/1/when' }.detail",
                        allOf(
                                startsWith("This rule decides nothing. No seat has the region “Nort West”. There are "),
                                containsString("“North West”")));
    }

    private static String about(Scene.Held seat, String event) {
        return event.replace("E14001170", seat.constituency().code())
                .replace("Chorley", seat.constituency().name())
                .replace("467", Integer.toString(seat.member()));
    }

    private static Map<String, Object> rule(String name, Map<String, Object> when) {
        return Map.of("name", name, "when", when, "outcome", "letter");
    }

    private String ruleFor(String id, Scene.Held seat) {
        return get(id, "/preview?constituency=" + seat.constituency().code())
                .statusCode(200)
                .extract()
                .path("seats[0].rule");
    }

    @Test
    void aSeatThatNoRuleCoversKeepsTheCampaignFromThePublic() {
        scene.seat();
        var request = TestCampaign.request();
        request.put(
                "rules",
                List.of(Map.of(
                        "name",
                        "Some",
                        "when",
                        Map.of("parties", List.of("monster raving loony")),
                        "outcome",
                        "letter")));
        var id = TestCampaign.draft(organisation, request);

        publish(id)
                .statusCode(422)
                .body("errors.pointer", hasItem("#/rules"))
                .body("errors.detail", hasItem(startsWith("No rule speaks of ")));
    }

    @Test
    void aFactStandsInTheLetterOrWhatWasSaidInstead() {
        var known = scene.seat();
        var unknown = scene.seat();
        var request = TestCampaign.request();
        request.put("template", Map.of("subject", "S", "body", "Here stand {fact.cameras} ({factSource.cameras})."));
        var id = TestCampaign.draft(organisation, request);
        check(id).body("errors.detail", hasItem(containsString("upload that fact first")));
        upload(
                        id,
                        "facts/cameras",
                        "constituency,value,source,date\nNowhere,1,s,d\n%s,,s,d\n"
                                .formatted(known.constituency().code()))
                .statusCode(422)
                .body("errors.line", equalTo(List.of(2, 3)));
        upload(
                        id,
                        "facts/cameras",
                        "constituency,value,source,date\n%s,14 cameras,the council,2026\n"
                                .formatted(known.constituency().code()))
                .statusCode(200);
        check(id).body("errors.detail", hasItem(containsString("Write {#if fact.cameras}")));
        var body =
                "{#if fact.cameras}Here stand {fact.cameras} ({factSource.cameras}, {factDate.cameras}).{#else}They stand in many places.{/if}";
        organisation
                .asProgram()
                .header("If-Match", "*")
                .body(Map.of("template", Map.of("body", body)))
                .patch("/v1/campaigns/" + id)
                .then()
                .statusCode(200);
        publish(id).statusCode(200);

        var slug = String.valueOf(request.get("slug"));
        preview(slug, known, Map.of()).body("body", equalTo("Here stand 14 cameras (the council, 2026)."));
        preview(slug, unknown, Map.of()).body("body", equalTo("They stand in many places."));
        organisation
                .asProgram()
                .delete("/v1/campaigns/%s/facts/cameras".formatted(id))
                .then()
                .statusCode(409);
    }

    @Test
    void aPersonalLineIsAskedForAndNoticed() {
        var seat = scene.seat();
        var request = TestCampaign.request();
        request.put("ownWords", Map.of("personalLine", true, "alikeLimit", 100, "whenAlike", "allow"));
        publish(TestCampaign.draft(organisation, request)).statusCode(200);
        var slug = String.valueOf(request.get("slug"));
        var template = preview(slug, seat, Map.of()).extract().<String>path("body");

        write(slug, seat, template).statusCode(422).body("errors[0].pointer", equalTo("#/body"));
        write(slug, seat, template + " My street has four of them on every corner.")
                .statusCode(202);
    }

    @Test
    void aLetterTooLikeOthersIsRefusedWithItsFigures() {
        var seat = scene.seat();
        var slug = gated("refuse");
        var template = preview(slug, seat, Map.of())
                .body("similarity.template", equalTo(1.0f))
                .body("similarity.nearest", equalTo(0.0f))
                .body("similarity.verdict", equalTo("refuse"))
                .extract()
                .<String>path("body");
        write(slug, seat, template)
                .statusCode(409)
                .body("type", equalTo("https://centrallobby.org/problems/too-alike"))
                .body("similarity.template", equalTo(1.0f));

        var own = "My grandmother came to Leeds in 1956 and remembers being watched wherever she went, as I do now.";
        var first = write(slug, seat, own).statusCode(202).extract().<String>path("id");
        var second = write(slug, seat, own).statusCode(202).extract().<String>path("id");
        // Nobody stands by it yet: anybody may have typed it, in anybody's name.
        preview(slug, seat, Map.of("body", own)).body("similarity.nearest", equalTo(0.0f));
        scene.confirm(first);
        preview(slug, seat, Map.of("body", own))
                .body("similarity.template", equalTo(0.0f))
                .body("similarity.nearest", equalTo(1.0f));
        write(slug, seat, own).statusCode(409);

        // It could not be known when it was handed in.
        scene.confirm(second);
        letter(first, "").body("state", equalTo("confirmed"));
        letter(second, "").body("state", equalTo("held")).body("history.detail", hasItem("alike"));
    }

    @Test
    void aLetterTooLikeOthersWaitsForAPersonWhoLetsItGoOrTakesItBack() {
        var seat = scene.seat();
        var slug = gated("hold");
        var template = preview(slug, seat, Map.of()).extract().<String>path("body");
        var released = write(slug, seat, template).statusCode(202).extract().<String>path("id");
        scene.confirm(released);
        var recalled = write(slug, seat, template).statusCode(202).extract().<String>path("id");
        scene.confirm(recalled);

        letter(released, "/content")
                .body("writer.name", equalTo("Siân O'Brien"))
                .body("ownWords", equalTo(0));
        assertThat(scene.rows("select action from audit_entry where subject = '%s'".formatted(released))
                        .toString())
                .contains("LETTER_READ");
        letter(released, "").body("state", equalTo("held")).body("history.detail", hasItem("alike"));
        var stranger = TestOrganisation.create();
        stranger.asProgram()
                .post("/v1/letters/%s/release".formatted(released))
                .then()
                .statusCode(404);
        organisation
                .asProgram()
                .post("/v1/letters/%s/release".formatted(released))
                .then()
                .statusCode(200)
                .body("state", equalTo("confirmed"));
        organisation
                .asProgram()
                .post("/v1/letters/%s/release".formatted(released))
                .then()
                .statusCode(409);
        organisation
                .asProgram()
                .post("/v1/letters/%s/recall".formatted(recalled))
                .then()
                .statusCode(200)
                .body("state", equalTo("recalled"));
        assertThat(scene.rows("select mail from letter where id = '%s' and mail is not null".formatted(released)))
                .hasSize(1);
        assertThat(scene.rows("select mail from letter where id = '%s' and mail is not null".formatted(recalled)))
                .isEmpty();
    }

    @Test
    void aLetterConfirmedWhileTheCampaignIsPausedGoesWhenItIsResumed() {
        var seat = scene.seat();
        var request = TestCampaign.request();
        var id = TestCampaign.draft(organisation, request);
        publish(id).statusCode(200);
        var letter = write(String.valueOf(request.get("slug")), seat, "I walk past these cameras every day.")
                .statusCode(202)
                .extract()
                .<String>path("id");
        step(id, "pause");
        scene.confirm(letter);
        letter(letter, "").body("state", equalTo("held")).body("history.detail", hasItem("campaign-paused"));
        organisation
                .asProgram()
                .post("/v1/letters/%s/release".formatted(letter))
                .then()
                .statusCode(200)
                .body("state", equalTo("held"));

        step(id, "resume");
        // The job may have been there before; either way it goes now.
        organisation.asProgram().post("/v1/letters/%s/release".formatted(letter));
        letter(letter, "").body("state", equalTo("confirmed"));
    }

    private void step(String id, String step) {
        organisation
                .asProgram()
                .post("/v1/campaigns/%s/%s".formatted(id, step))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse letter(String id, String path) {
        return organisation.asProgram().get("/v1/letters/" + id + path).then().statusCode(200);
    }

    private String gated(String whenAlike) {
        var request = TestCampaign.request();
        request.put("ownWords", Map.of("personalLine", false, "alikeLimit", 80, "whenAlike", whenAlike));
        publish(TestCampaign.draft(organisation, request)).statusCode(200);
        return String.valueOf(request.get("slug"));
    }

    @Test
    void aCopyHasTheWordsListsAndFactsAndASlugOfItsOwn() {
        var seat = scene.seat();
        var id = TestCampaign.draft(organisation, TestCampaign.request());
        upload(
                id,
                "lists/with-us",
                "constituency\n%s\n".formatted(seat.constituency().code()));
        var slug = "copy-" + UUID.randomUUID();

        var copy = organisation
                .asProgram()
                .body(Map.of("slug", slug))
                .post("/v1/campaigns/%s/copy".formatted(id))
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("slug", equalTo(slug))
                .body("template.body", equalTo(TestCampaign.BODY.strip()))
                .extract()
                .<String>path("id");
        get(copy, "/lists").body("lists.name", equalTo(List.of("with-us"))).body("lists[0].rows", equalTo(1));
        organisation
                .asProgram()
                .body(Map.of("slug", slug))
                .post("/v1/campaigns/%s/copy".formatted(id))
                .then()
                .statusCode(409);
    }

    @Test
    void aScheduledCampaignOpensAndClosesByItself() {
        var request = TestCampaign.request();
        request.put("opensAt", OffsetDateTime.now().plusHours(1).toString());
        request.put("closesAt", OffsetDateTime.now().plusHours(2).toString());
        var id = TestCampaign.draft(organisation, request);
        publish(id).statusCode(200).body("state", equalTo("scheduled"));
        var address = "/v1/public/campaigns/" + request.get("slug");
        given().get(address).then().statusCode(404);

        scene.change("update campaign set opens_at = now() - interval '1 minute' where id = '%s'".formatted(id));
        awaitState(address, "live");
        scene.change("update campaign set closes_at = now() - interval '1 second' where id = '%s'".formatted(id));
        write(String.valueOf(request.get("slug")), scene.seat(), "Any words at all will do here.")
                .statusCode(409);
        awaitState(address, "closed");
        given().get(address).then().body("ending.outcome", equalTo("over"));
    }

    @Test
    void aCampaignIsWonInItsOwnWords() {
        var request = TestCampaign.request();
        var id = TestCampaign.draft(organisation, request);
        publish(id).statusCode(200);
        organisation
                .asProgram()
                .body(Map.of("ending", "won", "text", "Thank you."))
                .post("/v1/campaigns/%s/close".formatted(id))
                .then()
                .statusCode(200)
                .body("ending", equalTo("won"));

        given().get("/v1/public/campaigns/" + request.get("slug"))
                .then()
                .body("ending.outcome", equalTo("won"))
                .body("ending.text", equalTo("Thank you."));
    }

    private static void awaitState(String address, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> state.equals(given().get(address).jsonPath().getString("state")));
    }

    private String live(Map<String, Object> template) {
        var request = TestCampaign.request();
        request.put("template", template);
        publish(TestCampaign.draft(organisation, request)).statusCode(200);
        return String.valueOf(request.get("slug"));
    }

    private ValidatableResponse publish(String id) {
        return organisation
                .asProgram()
                .post("/v1/campaigns/%s/publish".formatted(id))
                .then();
    }

    private ValidatableResponse check(String id) {
        return get(id, "/check").statusCode(200);
    }

    private ValidatableResponse get(String id, String path) {
        return organisation.asProgram().get("/v1/campaigns/" + id + path).then();
    }

    private ValidatableResponse upload(String id, String path, String csv) {
        return organisation
                .asProgram()
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .put("/v1/campaigns/%s/%s".formatted(id, path))
                .then();
    }

    private static ValidatableResponse preview(String slug, Scene.Held seat, Map<String, Object> asked) {
        var request = new HashMap<String, Object>(Map.of("postcode", seat.postcode(), "name", "Siân O'Brien"));
        request.putAll(asked);
        return given().contentType("application/json")
                .body(request)
                .post("/v1/public/campaigns/%s/preview".formatted(slug))
                .then();
    }

    private static ValidatableResponse write(String slug, Scene.Held seat, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "postcode",
                        seat.postcode(),
                        "name",
                        "Siân O'Brien",
                        "email",
                        "sian-%s@example.org".formatted(UUID.randomUUID()),
                        "address",
                        "1 High Street",
                        "subject",
                        "Cameras",
                        "body",
                        body,
                        "consent",
                        false))
                .post("/v1/public/campaigns/%s/letters".formatted(slug))
                .then();
    }
}
