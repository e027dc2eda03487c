package org.centrallobby.letter.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter that is made of points and a line of one's own, and MPs for whom the campaign has another letter or none. */
@ServiceTest
class PointsPagesTest {
    private static final List<Map<String, String>> POINTS = List.of(
            Map.of("id", "cost", "title", "What it costs", "text", "Replacing them later costs more."),
            Map.of("id", "rights", "title", "Whom they watch", "text", "They watched camps."),
            Map.of("id", "date", "title", "A date", "text", "Without a date nothing happens."));
    private static final String MOVE_DOWN = "down:rights";

    @Inject
    Scene scene;

    private final String email = UUID.randomUUID() + "@example.org";
    private TestOrganisation organisation = new TestOrganisation("", "", "");
    private Map<String, Object> request = Map.of();
    private Scene.Held seat = new Scene.Held(new Constituency("", "", null), 0, "", "");

    @BeforeEach
    void layOut() {
        organisation = TestOrganisation.create();
        seat = scene.seat();
        request = TestCampaign.request();
        request.put(
                "template",
                Map.of(
                        "subject",
                        "Cameras",
                        "body",
                        "I write from {constituency.name}, where I have lived for years, about cameras in public places.",
                        "points",
                        POINTS,
                        "leastPoints",
                        1,
                        "mostPoints",
                        2,
                        "close",
                        "Will you act? I would be glad to hear from you what you mean to do about it.",
                        "prompts",
                        List.of("Where do you see one?")));
    }

    @Test
    void pointsAreTickedAndMovedAndTheLetterIsMadeOfThem() {
        publish();
        step("write", Map.of("postcode", seat.postcode()))
                .statusCode(200)
                .body(containsString("Choose at least one point. Choose up to 2 points."))
                .body(containsString("Where do you see one?"))
                .body(not(containsString("<textarea id=\"body\"")));

        step("write", letter("move", MOVE_DOWN))
                .statusCode(200)
                .body(stringContainsInOrder("value=\"cost\"", "value=\"rights\"", "value=\"date\""))
                .body(matchesPattern("(?s).*value=\"down:rights\" autofocus.*"))
                .body(containsString("My own line about it."))
                .body(containsString("value=\"Gwen Hughes\""));
        step("check", letter("", ""))
                .statusCode(200)
                .body(stringContainsInOrder(
                        "They watched camps.", "Replacing them later", "My own line about it.", "Will you act?"))
                .body(containsString("How much of it is in your own words:"))
                .body(containsString("name=\"consent\" value=\"yes\""))
                .body(not(containsString("checked")));
    }

    @Test
    void theLetterThatWasSeenIsSent() {
        publish();
        var checked = step("check", letter("", "")).statusCode(200).extract().asString();
        var seen = checked.replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");

        step("send", letter("seen", seen)).statusCode(303);

        assertThat(scene.rows("select body from letter where email = '%s'".formatted(email)))
                .singleElement()
                .asString()
                .startsWith("I write from")
                .contains("They watched camps.\n\nReplacing them later costs more.\n\nMy own line about it.");
    }

    @Test
    void aLetterIsGivenToItsWriterWhoSaysThatTheyHaveSentIt() {
        publish();
        var form = letter("seen", "I write from here, and They watched camps. My own line about it.");
        form.put("way", "own-mailbox");
        var page = step("send", form)
                .statusCode(200)
                .body(containsString("Send it from your own mailbox"))
                .body(containsString("value=\"%s\"".formatted(seat.memberEmail())))
                .body(containsString("href=\"mailto:" + seat.memberEmail()))
                .body(containsString("My own line about it."))
                .extract()
                .asString();

        var said = Map.of(
                "letter", hidden(page, "letter"),
                "token", hidden(page, "token"),
                "share", hidden(page, "share"),
                "mailText", "My own words.");
        var forged = new HashMap<>(said);
        forged.put("token", "nonsense");
        step("mailbox", forged)
                .statusCode(404)
                .body(containsString("We do not know this letter"))
                .body(containsString("My own words."));
        var thanks = step("mailbox", said).statusCode(303).extract().header("Location");
        given().get(thanks)
                .then()
                .statusCode(200)
                .body(containsString("Your letter counts"))
                .body(containsString("?from=" + said.get("share")));
        assertThat(scene.rows("select state from letter where email = '%s'".formatted(email)))
                .hasToString("[SENT_BY_WRITER]");
    }

    @Test
    void whoComesOverAFriendsLinkIsCountedForThem() {
        publish();
        var first = step("send", letter("seen", "I write from here. My own line about it."))
                .statusCode(303)
                .extract()
                .header("Location");
        var code = first.substring(first.indexOf("share=") + "share=".length());
        scene.confirm(String.valueOf(scene.rows("select id from letter where email = '%s'".formatted(email))
                .getFirst()));
        var friend = letter("from", code);
        friend.putAll(Map.of(
                "email",
                "friend-" + email,
                "name",
                "Tom Price",
                "seen",
                "I write too. I mind it just as much as she does."));
        step("send", friend).statusCode(303);
        scene.confirm(String.valueOf(scene.rows("select id from letter where email = 'friend-%s'".formatted(email))
                .getFirst()));

        given().get("/c/%s/confirmed?share=%s".formatted(request.get("slug"), code))
                .then()
                .body(containsString("One friend has written through your link."));
    }

    @Test
    void theWholeLetterCanBeEditedInstead() {
        publish();
        step("write", letter("whole", "yes"))
                .statusCode(200)
                .body(containsString("<textarea id=\"body\""))
                .body(stringContainsInOrder("They watched camps.", "My own line about it.", "Will you act?"));
    }

    @Test
    void tooManyPointsAreSaidAtThePointsAndNothingIsLost() {
        publish();
        step("check", letter("points", "date"))
                .statusCode(422)
                .body(containsString("href=\"#points\">Take 1 to 2 points."))
                .body(containsString("My own line about it."));
    }

    @Test
    void aLineOfOnesOwnIsAskedForWhereItIsTyped() {
        request.put("ownWords", Map.of("personalLine", true, "alikeLimit", 100, "whenAlike", "allow"));
        publish();

        step("check", letter("personalLine", ""))
                .statusCode(422)
                .body(containsString("href=\"#personalLine\">Add a sentence of your own"));
    }

    @Test
    void someMpsAreThankedSomeLeftOutAndSomeAreAnotherCampaigns() {
        var excluded = scene.seat();
        var thanked = scene.seat();
        var other = scene.seat();
        var sister = TestCampaign.live(organisation);
        request.put("letters", Map.of("thanks", Map.of("subject", "Thank you", "body", TestCampaign.BODY)));
        request.put(
                "rules",
                List.of(
                        rule(excluded, "exclude", "explanation", "The Speaker takes no side."),
                        rule(thanked, "thanks", "letter", "thanks"),
                        rule(other, "redirect", "campaign", sister),
                        Map.of("name", "Everyone", "outcome", "letter")));
        publish();

        step("write", Map.of("postcode", excluded.postcode()))
                .statusCode(409)
                .body(containsString("No letter to your MP is needed"))
                .body(containsString("The Speaker takes no side."))
                .body(containsString("Ask others to write"));
        step("write", Map.of("postcode", thanked.postcode()))
                .statusCode(200)
                .body(containsString("Thank Ms Scene"))
                .body(containsString("on this campaign’s side"));
        step("write", Map.of("postcode", other.postcode(), "name", "Gwen Hughes"))
                .statusCode(409)
                .body(containsString("action=\"/c/%s/write\"".formatted(sister)))
                .body(containsString("value=\"Gwen Hughes\""))
                .body(containsString("value=\"%s\"".formatted(other.postcode())));
    }

    @Test
    void aChoiceOfConstituencyThatWasNotMadeIsAskedForAgain() {
        publish();
        var other = scene.seat();
        scene.split("SC1 1AB", seat.constituency(), other.constituency());

        step("write", Map.of("postcode", "SC1 1AB")).statusCode(200).body(not(containsString("There is a problem")));
        step("write", Map.of("postcode", "SC1 1AB", "chose", "yes"))
                .body(containsString("There is a problem"))
                .body(containsString("Select the constituency you live in"));
    }

    @Test
    void whoWantsAnotherPostcodeKeepsWhatTheyTyped() {
        publish();
        step("write", letter("again", "postcode"))
                .statusCode(200)
                .body(containsString("Your home postcode"))
                .body(containsString("value=\"My own line about it.\""))
                .body(containsString("value=\"Gwen Hughes\""));
    }

    @Test
    void aFriendsLinkIsSaidAndTravels() {
        publish();
        var slug = String.valueOf(request.get("slug"));
        given().get("/c/%s?from=k7m2q9x4h3d8w".formatted(slug))
                .then()
                .body(containsString("A friend asked you here."))
                .body(containsString("name=\"from\" value=\"k7m2q9x4h3d8w\""));
        given().get("/c/%s?from=%%22%%3E".formatted(slug)).then().body(not(containsString("A friend")));
        given().get("/c/%s/confirmed?share=k7m2q9x4h3d8w".formatted(slug))
                .then()
                .body(containsString("/c/%s?from=k7m2q9x4h3d8w".formatted(slug)))
                .body(containsString("qr.svg?from=k7m2q9x4h3d8w"));
    }

    private static String hidden(String page, String name) {
        return page.replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    private Map<String, Object> rule(Scene.Held held, String outcome, String field, String value) {
        return Map.of(
                "name",
                outcome,
                "when",
                Map.of("constituencies", List.of(held.constituency().code())),
                "outcome",
                outcome,
                field,
                value);
    }

    private void publish() {
        var id = TestCampaign.draft(organisation, request);
        organisation.asProgram().post("/v1/campaigns/" + id + "/publish").then().statusCode(200);
    }

    /** Two points in another order than the campaign's, a line, and a sender, with one more field. */
    private Map<String, Object> letter(String field, String value) {
        var letter = new HashMap<String, Object>(Map.of(
                "postcode", seat.postcode(),
                "name", "Gwen Hughes",
                "email", email,
                "address", "4 Hall Lane\r\nLondon",
                "subject", "Cameras",
                "asked", "yes",
                "points", List.of("rights", "cost"),
                "personalLine", "My own line about it."));
        if (field.equals("points")) {
            letter.put("points", List.of("rights", "cost", value));
        } else if (!field.isEmpty()) {
            letter.put(field, value);
        }
        return letter;
    }

    private ValidatableResponse step(String step, Map<String, ?> form) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .redirects()
                .follow(false)
                .post("/c/%s/%s".formatted(request.get("slug"), step))
                .then();
    }
}
