package org.centrallobby.letter.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.letter.Token;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments without a script: on the writer's pages, on the campaign's, and where somebody complains. */
@ServiceTest
class CommentPagesTest {
    @Inject
    Scene scene;

    private TestOrganisation organisation = new TestOrganisation("", "", "");

    @BeforeEach
    void register() {
        organisation = TestOrganisation.create();
    }

    @Test
    void aWriterCommentsOnTheirPageReadersSeeItAndComplain() {
        var campaign = Scene.liveWithComments(organisation.key());
        var letter = scene.write(campaign, scene.seat(), "Gwen Hughes", "gwen@example.org");
        given().get("/confirm/" + scene.link(letter)).then().statusCode(200).body(not(containsString("Say in public")));
        scene.confirm(letter);
        var page = page(letter);
        given().get(page).then().statusCode(200).body(containsString("Say in public why you wrote"));

        post(page + "/comment", "text", "\u202E ")
                .statusCode(422)
                .body(containsString("There is a problem"))
                .body(containsString("Write your comment."));
        post(page + "/comment", "text", "x".repeat(1_001))
                .statusCode(422)
                .body(containsString("Use 1,000 characters or fewer."))
                .body(containsString("xxxxxxxx"));
        post(page + "/comment", "text", "<script>alert(1)</script> & \"quotes\"")
                .statusCode(303);
        given().get(page)
                .then()
                .body(containsString("It waits for the organisation to read it."))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "))
                .body(not(containsString("<script")));
        var comment = String.valueOf(scene.rows("select id from comment where letter = '%s'".formatted(letter))
                .getFirst());
        organisation
                .asProgram()
                .post("/v1/comments/%s/approve".formatted(comment))
                .then()
                .statusCode(200);

        given().get("/c/" + campaign.slug())
                .then()
                .statusCode(200)
                .body(containsString("What supporters say"))
                .body(containsString("Gwen H."))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script")));
        given().get("/c/%s/comments".formatted(campaign.slug()))
                .then()
                .statusCode(200)
                .body(containsString("Gwen H."));
        var report = "/c/%s/comments/%s/report".formatted(campaign.slug(), comment);
        given().get(report).then().statusCode(200).body(containsString("What is wrong with it?"));
        post(report, "reason", "").statusCode(422).body(containsString("Select what is wrong with the comment"));
        post(report, "reason", "SPAM").statusCode(200).body(containsString("Thank you for telling us"));
        assertThat(scene.rows("select reports from comment_report where comment = '%s'".formatted(comment)))
                .hasToString("[1]");

        post(page + "/comment/withdraw", "text", "").statusCode(303);
        given().get("/c/" + campaign.slug()).then().body(not(containsString("Gwen H.")));
        given().get(report).then().statusCode(404);
    }

    @Test
    void whatDoesNotExistIsSaidInWords() {
        var campaign = Scene.liveWithComments(organisation.key());
        for (var path : new String[] {
            "/c/%s/comments?cursor=nonsense".formatted(campaign.slug()),
            "/c/nowhere/comments",
            "/c/%s/comments/01936f50-0000-7000-8000-000000000001/report".formatted(campaign.slug())
        }) {
            given().get(path).then().statusCode(404).body(containsString("There is no such comment"));
        }
        given().get("/c/%s/comments".formatted(campaign.slug()))
                .then()
                .statusCode(200)
                .body(containsString("Nobody has said anything here yet."));
    }

    /** The private page of a letter, with a token like the one that was mailed. */
    private String page(String letter) {
        var token = Token.random();
        scene.change("update letter set page_token = '%s' where id = '%s'".formatted(token.hash(), letter));
        return "/letter/" + token.value();
    }

    private static ValidatableResponse post(String path, String field, String value) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of(field, value))
                .redirects()
                .follow(false)
                .post(path)
                .then();
    }
}
