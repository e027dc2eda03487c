package org.centrallobby.letter.contract;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.letter.Token;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.ApiOperation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document shows is true: every example can be sent, and what comes back looks as it is shown. */
@ServiceTest
class ExamplesTest {
    @Inject
    Scene scene;

    /** What has to be there before an example can be sent. */
    private final Map<String, BiConsumer<Belongings, JsonNode>> before = Map.ofEntries(
            entry("GET /v1/organisation/export-key", (own, example) -> own.registerExportKey()),
            entry("DELETE /v1/organisation/export-key", (own, example) -> own.registerExportKey()),
            entry("GET /v1/campaigns/{id}/alarms", (own, example) -> raiseAlarm(own.liveCampaign())),
            entry("GET /v1/campaigns/{id}/comments", (own, example) -> own.reportShownComment()),
            entry("POST /v1/supporters/access", (own, example) -> own.letterOfAnn()),
            entry("POST /v1/public/recalls", (own, example) -> link(own.heldLetter(), token(example))),
            entry(
                    "POST /v1/public/letters/{id}/sent",
                    (own, example) -> handOver(own.handedOverLetter(), token(example))),
            entry("POST /v1/public/confirmations", (own, example) -> link(own.unconfirmedLetter(), token(example))),
            entry("POST /v1/public/campaigns/{slug}/comments", (own, example) -> link(own.letter(), token(example))),
            entry("POST /v1/public/comments/{id}/withdraw", (own, example) -> {
                own.shownComment();
                link(own.unconfirmedLetter(), token(example));
            }),
            // A map has to have all the seats that there are, and the example has one.
            entry("PUT /v1/map", (own, example) -> forgetSeats(example.path("hexes"))),
            entry("GET /v1/public/campaigns/{slug}/progress", (own, example) -> scene.seat()));

    @Test
    void everyExampleCanBeSentAndShowsWhatIsAnswered() {
        var document = ApiDocument.served();
        Belongings.seat(scene);
        var reading = new Belongings(scene);
        // A list that is empty would be like any other.
        document.operations().forEach(reading::filled);
        reading.letterOfAnn();
        var softly = new SoftAssertions();

        for (var operation : document.operations()) {
            try {
                var problem = problem(operation, operation.method().equals("GET") ? reading : new Belongings(scene));
                softly.assertThat(problem).as(operation.name()).isEmpty();
            } catch (AssertionError | RuntimeException e) {
                softly.fail(operation.name() + ": " + e.getMessage(), e);
            }
        }

        assertThat(document.operations()).hasSizeGreaterThan(30);
        softly.assertAll();
    }

    @Test
    void everyOperationHasASummary() {
        assertThat(ApiDocument.served().operations())
                .allSatisfy(
                        operation -> assertThat(operation.node().path("summary").asText())
                                .as(operation.name())
                                .isNotBlank());
    }

    /** In a few words; empty where the example is true. */
    private String problem(ApiOperation operation, Belongings own) {
        var document = operation.document();
        var request = operation.request();
        if (request.isPresent() && request.get().example() == null) {
            return "there is no example of what is sent";
        }
        var sent = request.map(ApiOperation.Content::example).orElse(null);
        if (sent != null && request.get().isJson()) {
            var wrong = document.violations(request.get().schema(), sent);
            if (!wrong.isEmpty()) {
                return "the example that is sent is not of the form that is asked for: " + wrong;
            }
            free(sent.path("slug").asText());
        }
        if (before.containsKey(operation.name())) {
            before.get(operation.name()).accept(own, sent == null ? ApiDocument.JSON.missingNode() : sent);
        }
        var answer = operation.send(caller(operation, own), own.filled(operation), text(sent));
        if (answer.statusCode() != operation.success()) {
            return "answered %d instead of %d: %s"
                    .formatted(answer.statusCode(), operation.success(), answer.asString());
        }
        return operation
                .answer()
                .map(expected -> difference(operation, expected, answer))
                .orElse(answer.statusCode() == 204 ? "" : "the document does not say what is answered");
    }

    private static String difference(ApiOperation operation, ApiOperation.Content expected, Response answer) {
        if (expected.example() == null) {
            return "there is no example of what is answered";
        }
        if (!answer.contentType().startsWith(expected.mediaType())) {
            return "answered %s instead of %s".formatted(answer.contentType(), expected.mediaType());
        }
        if (!expected.isJson()) {
            var shown = expected.example().asText().lines().findFirst();
            return answer.asString().lines().findFirst().equals(shown)
                            || expected.mediaType().endsWith("ndjson")
                    ? ""
                    : "the first line is not that of the example";
        }
        var body = read(answer.asString());
        var document = operation.document();
        var differences = Shape.differences(document, expected.schema(), expected.example(), body);
        if (!differences.isEmpty()) {
            return String.join(", ", differences);
        }
        // What is read was all made before; what a step answers may well have nothing in its lists yet.
        var empty = Shape.emptyLists("", expected.example(), body);
        if (operation.method().equals("GET") && !empty.isEmpty()) {
            return "the lists are empty at " + empty;
        }
        var wrong = document.violations(expected.schema(), body);
        return wrong.isEmpty() ? "" : "the answer is not of the documented form: " + wrong;
    }

    private static RequestSpecification caller(ApiOperation operation, Belongings own) {
        if (!operation.needsKey()) {
            return given();
        }
        var key = Belongings.isTheOperators(operation)
                ? TestOrganisation.OPERATOR_KEY
                : own.organisation().key();
        return given().header("Authorization", "Bearer " + key);
    }

    private static @Nullable String text(@Nullable JsonNode example) {
        return example == null ? null : example.isTextual() ? example.asText() : example.toString();
    }

    private static String token(JsonNode example) {
        return example.path("token").asText();
    }

    private static JsonNode read(String json) {
        try {
            return ApiDocument.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    private void forgetSeats(JsonNode hexes) {
        scene.change("delete from seat where constituency <> '%s'"
                .formatted(hexes.fieldNames().next()));
    }

    /** Slugs are unique on the platform, and the examples share theirs. */
    private void free(String slug) {
        scene.change("update campaign set slug = 'was-' || id where slug = '%s'".formatted(slug));
    }

    /** As the watch does where letters have too much in common, and it takes many for that. */
    private void raiseAlarm(String campaign) {
        scene.change("""
                insert into alarm (id, campaign, kind, subject, letters, of_letters, usual_share, written_after, raised_at)
                values (gen_random_uuid(), '%s', 'EMAIL_DOMAIN', 'trash.example', 212, 480, 0.001, now(), now())""".formatted(campaign));
    }

    private void handOver(String letter, String token) {
        scene.change("update handover set token_hash = '%s' where letter = '%s'"
                .formatted(new Token(token).hash(), UUID.fromString(letter)));
    }

    private void link(String letter, String token) {
        scene.change("delete from confirmation_link where token_hash = '%s'".formatted(new Token(token).hash()));
        scene.change("insert into confirmation_link (token_hash, letter) values ('%s', '%s')"
                .formatted(new Token(token).hash(), UUID.fromString(letter)));
    }
}
