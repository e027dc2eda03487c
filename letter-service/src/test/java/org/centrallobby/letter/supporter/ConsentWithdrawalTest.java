package org.centrallobby.letter.supporter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.ConsentMode;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.letter.Token;
import org.centrallobby.letter.organisation.LegalType;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.privacy.Clocks;
import org.junit.jupiter.api.Test;

@ServiceTest
class ConsentWithdrawalTest {
    @Inject
    Scene scene;

    @Inject
    Clocks clocks;

    @Test
    void anOrganisationNotesThatSomebodyWantsToHearNoMore() {
        var organisation = TestOrganisation.create();
        var campaign = Scene.live(organisation.key());
        var confirmed = written(campaign, "Wyn Withdrawn", "wyn@find.example");
        scene.confirm(confirmed);
        var unconfirmed = written(campaign, "Wyn Withdrawn", "wyn@find.example");
        var others = written(campaign, "Una Untouched", "una@find.example");
        scene.confirm(others);
        var elsewhere = written(Scene.live(TestOrganisation.create().key()), "Wyn Withdrawn", "wyn@find.example");
        scene.confirm(elsewhere);

        withdraw(organisation, "Wyn+x@find.example", 1);
        withdraw(organisation, "wyn@find.example", 0);
        scene.confirm(unconfirmed);

        assertThat(standing(confirmed, others, elsewhere)).containsExactlyInAnyOrder(others, elsewhere);
        assertThat(scene.rows("select given from consent where letter = '%s'".formatted(unconfirmed)))
                .isEqualTo(List.of(false));
        assertThat(scene.rows("select letter from consent where letter = '%s' and name is null and email is null"
                        .formatted(confirmed)))
                .hasSize(1);
        organisation
                .asProgram()
                .body(Map.of("email", "wyn@find.example"))
                .post("/v1/supporters/access")
                .then()
                .body("people[0].held.consent.data.withdrawnAt", hasItem(notNullValue()));
        organisation
                .asProgram()
                .get("/v1/audit?action=consent-withdrawn")
                .then()
                .body("entries.people", equalTo(List.of(0, 1)));
    }

    @Test
    void aSupporterTakesTheirConsentBackOnTheirPrivatePageAndIsShownSo() {
        var organisation = TestOrganisation.create();
        var letter = written(Scene.live(organisation.key()), "Pia Page", "pia@find.example");
        scene.confirm(letter);
        var another = written(Scene.live(organisation.key()), "Pia Page", "pia@find.example");
        scene.confirm(another);
        var token = privatePage(letter);
        given().get("/letter/" + token)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Write to me about this."), containsString("Stop hearing from")));

        given().redirects()
                .follow(false)
                .post("/letter/%s/consent-withdrawal".formatted(token))
                .then()
                .statusCode(303);

        given().get("/letter/" + token)
                .then()
                .body(allOf(containsString("You took back on"), not(containsString("Stop hearing from"))));
        assertThat(standing(letter, another)).isEmpty();
        given().redirects()
                .follow(false)
                .post("/letter/%s/consent-withdrawal".formatted(token))
                .then()
                .statusCode(303);
        given().post("/letter/unknown/consent-withdrawal").then().statusCode(404);
        organisation
                .asProgram()
                .get("/v1/audit?action=consent-withdrawn")
                .then()
                .body("entries[0].by", equalTo("writer"))
                .body("entries[0].subject", equalTo(letter));
    }

    @Test
    void evidenceOfAWithdrawalOutlivesWhoseItWasAndGoesInTheEnd() {
        var organisation = TestOrganisation.create();
        var letter = written(Scene.live(organisation.key()), "Eve Evidence", "eve@find.example");
        scene.confirm(letter);
        withdraw(organisation, "eve@find.example", 1);

        age(letter, Duration.ofDays(731));
        clocks.run();
        assertThat(scene.rows("""
                        select wording from consent where letter = '%s' and mailbox is null and person is null
                          and name is null and email is null and withdrawn_at is not null""".formatted(letter))).hasSize(1);

        age(letter, Duration.ofDays(2191));
        clocks.run();
        assertThat(scene.rows("select wording from consent where letter = '%s'".formatted(letter)))
                .isEmpty();
    }

    @Test
    void theWayOfAskingFollowsFromTheLegalTypeAndNobodyChoosesIt() {
        for (var type : LegalType.values()) {
            assertThat(ConsentMode.of(type))
                    .isEqualTo(type == LegalType.CHARITY ? ConsentMode.SOFT_OPT_IN : ConsentMode.OPT_IN);
        }
        var union = TestOrganisation.create("trade-union");
        var request = TestCampaign.request();
        request.put("consentMode", "soft-opt-in");
        union.asProgram()
                .header("If-Match", "\"0\"")
                .body(Map.of("legalType", "charity"))
                .patch("/v1/organisation")
                .then()
                .statusCode(422);
        var campaign =
                union.asProgram().body(request).post("/v1/campaigns").then().extract();
        if (campaign.statusCode() == 201) {
            var id = campaign.<String>path("id");
            union.asProgram()
                    .post("/v1/campaigns/%s/publish".formatted(id))
                    .then()
                    .statusCode(200);
            given().get("/v1/public/campaigns/" + request.get("slug")).then().body("consent.mode", equalTo("opt-in"));
        }
    }

    @Test
    void aSoftOptInSaysHowToRefuseWhereverItAsksAndInItsEvidence() {
        var organisation = TestOrganisation.create("charity", "https://www.example.org");
        var campaign = Scene.live(organisation.key());
        var letter = written(campaign, "Sol Softly", "sol@find.example");
        scene.confirm(letter);

        given().get("/v1/public/campaigns/" + campaign.slug())
                .then()
                .body("consent.wording", containsString("Leave the box empty if you do not want this"));
        assertThat(String.valueOf(scene.rows("select wording from consent where letter = '%s'".formatted(letter))
                        .getFirst()))
                .contains("Leave the box empty", "every message says how to stop them");
        assertThat(ConsentMode.SOFT_OPT_IN.shown("Ysgrifennwch ataf.", "cy")).contains("Gadewch y blwch yn wag");
    }

    private String written(Scene.Live campaign, String name, String email) {
        return scene.write(campaign, scene.seat(), name, email);
    }

    private static void withdraw(TestOrganisation organisation, String email, int stood) {
        organisation
                .asProgram()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("email", email))
                .post("/v1/supporters/consent-withdrawals")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(stood));
    }

    /** The token of a page like the one whose address stands in the copy. */
    private String privatePage(String letter) {
        var token = Token.random();
        scene.change("update letter set page_token = '%s' where id = '%s'".formatted(token.hash(), letter));
        return token.value();
    }

    private void age(String letter, Duration by) {
        scene.change("update consent set withdrawn_at = withdrawn_at - interval '%d seconds' where letter = '%s'"
                .formatted(by.toSeconds(), letter));
    }

    private List<String> standing(String... letters) {
        return scene.rows("""
                        select cast(letter as text) from consent where given and withdrawn_at is null and letter in ('%s')""".formatted(String.join("', '", letters))).stream()
                .map(String::valueOf)
                .toList();
    }
}
