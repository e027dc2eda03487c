package org.centrallobby.letter.comment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.limit.Rush;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class CommentTest {
    private static final String PROBLEMS = "https://centrallobby.org/problems/";

    @Inject
    Scene scene;

    @Inject
    CommentJobs jobs;

    private TestOrganisation organisation = new TestOrganisation("", "", "");
    private Scene.Live campaign = new Scene.Live("", "");
    private Scene.Held seat = new Scene.Held(new Constituency("", "", null), 0, "", "");

    @BeforeEach
    void layOut() {
        organisation = TestOrganisation.create();
        seat = scene.seat();
        campaign = Scene.liveWithComments(organisation.key());
    }

    @Test
    void aCommentIsReadByAPersonBeforeAnybodySeesIt() {
        var comment = written("The <b>library</b> matters. https://spam.example/x");
        wall().body("comments", empty());

        organisation
                .asProgram()
                .get("/v1/campaigns/%s/comments?state=pending".formatted(campaign.id()))
                .then()
                .statusCode(200)
                .body("comments.id", contains(comment))
                .body("comments[0].name", equalTo("Gwen H."))
                .body("comments[0].constituency", equalTo(seat.constituency().code()))
                .body(not(containsString("example.org")))
                .body(not(containsString("High Street")))
                .body(not(containsString("Hughes")));
        approve(comment).statusCode(200).body("state", equalTo("approved"));

        wall().body("comments.text", contains("The <b>library</b> matters. https://spam.example/x"))
                .body("comments.name", contains("Gwen H."))
                .body("comments.constituency", contains(seat.constituency().name()));
        // A decision that comes twice is one, and in the log once.
        approve(comment).statusCode(200);
        organisation.asProgram().get("/v1/audit?action=moderation").then().body("entries.subject", contains(comment));
    }

    @Test
    void onlyWhoConfirmedALetterMayCommentAndOnceForIt() {
        var letter = scene.write(campaign, seat, "Gwen Hughes", "gwen@example.org");
        var link = scene.link(letter);
        comment(link, "Too early.").statusCode(404).body("type", equalTo(PROBLEMS + "unknown-confirmation"));
        comment("nobody's", "From nobody.").statusCode(404);
        var token = scene.confirm(letter);

        comment(token, "First.").statusCode(202).body("state", equalTo("pending"));
        comment(token, "Second.").statusCode(409).body("type", equalTo(PROBLEMS + "already-commented"));
        comment(link, "By the other link.").statusCode(409);
        given().contentType("application/json")
                .body(Map.of("token", token, "text", "Elsewhere."))
                .post("/v1/public/campaigns/%s/comments"
                        .formatted(Scene.liveWithComments(organisation.key()).slug()))
                .then()
                .statusCode(404);
    }

    @Test
    void ofTwoCommentsAtTheSameMomentOneIsTaken() throws Exception {
        var token = scene.confirm(scene.write(campaign, seat, "Gwen Hughes", "gwen@example.org"));
        try (var both = Executors.newFixedThreadPool(4)) {
            Callable<Integer> attempt =
                    () -> comment(token, "At once.").extract().statusCode();
            var answers = both.invokeAll(List.of(attempt, attempt, attempt, attempt));

            assertThat(answers.stream().map(Future::resultNow))
                    .containsOnlyOnce(202)
                    .contains(409);
        }
    }

    @Test
    void aLetterThatIsTakenBackMeanwhileLeavesNoComment() {
        var letter = scene.write(campaign, seat, "Gwen Hughes", "gwen@example.org");
        var token = scene.confirm(letter);
        var recalled = "update letter set state = 'RECALLED' where id = '%s'".formatted(letter);

        scene.halfWay(recalled, () -> comment(token, "Too late.").statusCode(404), recalled);

        assertThat(scene.rows("select id from comment where letter = '%s'".formatted(letter)))
                .isEmpty();
    }

    @Test
    void aCampaignWithoutCommentsTakesAndShowsNone() {
        campaign = Scene.live(organisation.key());
        var token = scene.confirm(scene.write(campaign, seat, "Gwen Hughes", "gwen@example.org"));

        comment(token, "Where?").statusCode(409).body("type", equalTo(PROBLEMS + "comments-off"));
        given().get("/v1/public/campaigns/%s/comments".formatted(campaign.slug()))
                .then()
                .statusCode(404);
    }

    @Test
    void aCommentIsPlainTextOfAThousandCharacters() {
        var token = scene.confirm(scene.write(campaign, seat, "Gwen Hughes", "gwen@example.org"));
        for (var wrong :
                List.of("", " \n ", "\u200B\u200D\u202E", "\u0301\u0301", "x".repeat(1_001), "😀".repeat(10_000))) {
            comment(token, wrong).statusCode(422).body("errors.pointer", contains("#/text"));
        }
        comment(token, null).statusCode(422);

        comment(token, "\u202Edesrever\u202C " + "😀".repeat(900)).statusCode(202);
        assertThat(scene.rows("select text from comment where campaign = '%s'".formatted(campaign.id())))
                .isEqualTo(List.of("desrever " + "😀".repeat(900)));
    }

    @Test
    void complaintsHideACommentUntilAPersonHasLookedAndThenItTakesMore() {
        var comment = written("Shown.");
        report(comment, "spam").statusCode(404);
        approve(comment).statusCode(200);
        report(comment, "nonsense").statusCode(422);
        report(comment, "abusive", 0).statusCode(204);
        report(comment, "spam", 1).statusCode(204);
        wall().body("comments", hasSize(1));

        report(comment, "spam", 2).statusCode(204);

        wall().body("comments", empty());
        organisation
                .asProgram()
                .get("/v1/campaigns/%s/comments?state=reported".formatted(campaign.id()))
                .then()
                .body("comments[0].reports.reason", contains("spam", "abusive"))
                .body("comments[0].reports.reports", contains(2, 1));
        approve(comment).statusCode(200);
        for (var network = 3; network < 32; network++) {
            report(comment, "other", network).statusCode(204);
        }
        wall().body("comments", hasSize(1));
        report(comment, "other", 32).statusCode(204);
        wall().body("comments", empty());
    }

    @Test
    void nobodyTakesACommentDownAlone() {
        var comment = written("Shown.");
        approve(comment).statusCode(200);

        for (var time = 0; time < 5; time++) {
            report(comment, "spam", 0).statusCode(204);
        }

        wall().body("comments", hasSize(1));
        assertThat(scene.rows("select reports from comment_report where comment = '%s'".formatted(comment)))
                .hasToString("[1]");
        assertThat(scene.rows("select whom from limit_count where what = 'COMPLAINT' and whom like '%%%s'"
                        .formatted(comment)))
                .as("a keyed hash, until its window is over")
                .singleElement(STRING)
                .hasSize(22 + " ".length() + comment.length());
    }

    @Test
    void theOrganisationTakesACommentDownForGoodAndItsTextIsForgotten() {
        var comment = written("Take me down.");
        approve(comment).statusCode(200);
        reject(comment, "private-details")
                .statusCode(200)
                .body("state", equalTo("rejected"))
                .body("rejectedFor", equalTo("private-details"));
        wall().body("comments", empty());
        approve(comment).statusCode(409).body("type", equalTo(PROBLEMS + "comment-decided"));
        jobs.forget();
        assertThat(text(comment)).isEqualTo("Take me down.");

        scene.change(
                "update comment set state_since = state_since - interval '31 days' where id = '%s'".formatted(comment));
        jobs.forget();

        organisation
                .asProgram()
                .get("/v1/campaigns/%s/comments".formatted(campaign.id()))
                .then()
                .body("comments[0].text", nullValue())
                .body("comments[0].name", nullValue());
    }

    @Test
    void itsWriterTakesACommentBackAndNobodyElseDoes() {
        var token = scene.confirm(scene.write(campaign, seat, "Gwen Hughes", "gwen@example.org"));
        String comment = comment(token, "Mine.").statusCode(202).extract().path("id");
        approve(comment).statusCode(200);
        var other = scene.confirm(scene.write(campaign, seat, "Ada Other", "ada@example.org"));

        withdraw(comment, other).statusCode(404);
        withdraw(comment, "").statusCode(404);
        withdraw(comment, token).statusCode(204);
        withdraw(comment, token).statusCode(204);

        wall().body("comments", empty());
        approve(comment).statusCode(409);
    }

    @Test
    void aCommentGoesWithItsLetter() {
        var letter = scene.write(campaign, seat, "Gwen Hughes", "gwen@example.org");
        scene.change("update letter set needs_person = true where id = '%s'".formatted(letter));
        String comment = comment(scene.confirm(letter), "While it is held.")
                .statusCode(202)
                .extract()
                .path("id");
        approve(comment).statusCode(200);

        organisation
                .asProgram()
                .post("/v1/letters/%s/recall".formatted(letter))
                .then()
                .statusCode(200);

        wall().body("comments", empty());
        approve(comment).statusCode(409);
    }

    @Test
    void theWallIsReadPageByPageAndKeptByCaches() {
        var comments = IntStream.range(0, 3)
                .mapToObj(number -> written("Comment %d.".formatted(number), number))
                .toList();
        comments.forEach(comment -> approve(comment).statusCode(200));
        var path = "/v1/public/campaigns/%s/comments?limit=2".formatted(campaign.slug());
        var first = given().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=30"))
                .body("comments.id", contains(comments.get(2), comments.get(1)))
                .extract();

        given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
        var link = first.header("Link");
        given().get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .body("comments.id", contains(comments.getFirst()))
                .body("next", nullValue());
        reject(comments.get(2), "other").statusCode(200);
        given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(200);
    }

    /** A comment of a writer of its own; its id. */
    private String written(String text) {
        return written(text, 0);
    }

    private String written(String text, int writer) {
        var letter = scene.write(campaign, seat, "Gwen Hughes", "gwen%d@example.org".formatted(writer));
        return comment(scene.confirm(letter), text).statusCode(202).extract().path("id");
    }

    private ValidatableResponse comment(String token, @Nullable String text) {
        var body = new HashMap<String, Object>(Map.of("token", token));
        body.put("text", text);
        return given().contentType("application/json")
                .body(body)
                .post("/v1/public/campaigns/%s/comments".formatted(campaign.slug()))
                .then();
    }

    private ValidatableResponse wall() {
        return given().get("/v1/public/campaigns/%s/comments".formatted(campaign.slug()))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse approve(String comment) {
        return organisation
                .asProgram()
                .post("/v1/comments/%s/approve".formatted(comment))
                .then();
    }

    private ValidatableResponse reject(String comment, String reason) {
        return organisation
                .asProgram()
                .body(Map.of("reason", reason))
                .post("/v1/comments/%s/reject".formatted(comment))
                .then();
    }

    private static ValidatableResponse report(String comment, String reason) {
        return report(comment, reason, 0);
    }

    /** From one of many networks. */
    private static ValidatableResponse report(String comment, String reason, int network) {
        return Rush.from("10.200.%d.7".formatted(network))
                .body(Map.of("reason", reason))
                .post("/v1/public/comments/%s/report".formatted(comment))
                .then();
    }

    private static ValidatableResponse withdraw(String comment, String token) {
        return given().contentType("application/json")
                .body(Map.of("token", token))
                .post("/v1/public/comments/%s/withdraw".formatted(comment))
                .then();
    }

    private Object text(String comment) {
        return scene.rows("select text from comment where id = '%s'".formatted(comment))
                .getFirst();
    }
}
