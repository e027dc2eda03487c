package org.centrallobby.letter.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.ApiOperation;
import org.junit.jupiter.api.Test;

/** What a request says is understood or refused, in words, whatever stands in it; nothing of it is our fault. */
@ServiceTest
class StrictnessTest {
    private static final List<String> GARBAGE = List.of(
            "x",
            "-1",
            "0",
            "99999999999999999999",
            "%00",
            "%FF%FE",
            "%F0%9F%98%80",
            "'%3B--",
            "1.5",
            "a".repeat(2_000));

    /**
     * OSDI's own rules are looser in two things: other systems send more of a person than is known here, by whatever media
     * type.
     */
    private static final String SIGNUP = "POST /osdi/v1/people/person_signup_helper";

    /** A map is read by rules of its own, as other programs write more into it than is needed here; see HexJsonTest. */
    private static final String LOADING = "PUT /v1/map";

    @Inject
    Scene scene;

    @Test
    void noParameterOfAQueryIsOurFault() {
        walk((operation, own) -> operation.node().path("parameters").forEach(parameter -> {
            if (!parameter.path("in").asText().equals("query")) {
                return;
            }
            for (var value : GARBAGE) {
                var name = parameter.path("name").asText();
                var answer = caller(operation, own)
                        .urlEncodingEnabled(false)
                        .request(operation.method(), own.filled(operation) + "?" + name + "=" + value);
                requireSane(answer, "?%s=%s".formatted(name, value));
                if (name.equals("limit")) {
                    assertThat(answer.statusCode()).as("limit=" + value).isIn(400, 422);
                }
                if (name.equals("cursor")) {
                    assertThat(answer.statusCode()).as("cursor=" + value).isEqualTo(400);
                }
            }
        }));
    }

    @Test
    void aPathThatNamesNothingIsAProblemDocument() {
        walk((operation, own) -> {
            for (var value :
                    List.of("nonsense", "%00", "%FF", "%F0%9F%98%80", "00000000-0000-0000-0000-000000000000")) {
                if (operation.parameters().isEmpty()) {
                    return;
                }
                var path = operation.path().replaceAll("\\{[^}]+}", value);
                var request = caller(operation, own).urlEncodingEnabled(false);
                operation
                        .request()
                        .ifPresent(body -> request.contentType(body.mediaType()).body(text(example(body))));
                var answer = request.header("If-Match", "*").request(operation.method(), path);
                requireSane(answer, path);
                assertThat(answer.statusCode()).as(path).isIn(404, 422);
            }
        });
    }

    @Test
    void aBodyIsReadStrictly() {
        walk((operation, own) -> {
            var body = operation.request().filter(ApiOperation.Content::isJson).orElse(null);
            if (body == null || operation.name().equals(LOADING)) {
                return;
            }
            var text = text(example(body));
            var twice = text.substring(0, text.length() - 1) + ",\"twice\":1,\"twice\":1}";
            for (var wrong : List.of("{", "[]", "5", "\"x\"", text + "x", text + "{}", twice, "nonsense", "\u0000")) {
                refuse(operation, own, body, wrong.getBytes(StandardCharsets.UTF_8), wrong);
            }
            refuse(operation, own, body, brokenUtf8(text), "broken UTF-8");
            for (var pointer : leaves("", example(body))) {
                for (var value : List.of("\"\\u0000\"", "\"\\ud800\"", "{\"no\": 1}")) {
                    refuse(operation, own, body, with(example(body), pointer, value), pointer + " = " + value);
                }
                if (example(body).at(pointer).isInt()) {
                    refuse(operation, own, body, with(example(body), pointer, "1.5"), pointer + " = 1.5");
                    refuse(operation, own, body, with(example(body), pointer, "\"7\""), pointer + " = text");
                }
                if (example(body).at(pointer).isTextual()) {
                    refuse(operation, own, body, with(example(body), pointer, "7"), pointer + " = 7");
                }
                if (isTime(example(body).at(pointer))) {
                    for (var value : List.of("\"7\"", "\"2026-11-25T10:15:30\"", "\"+10000-01-01T00:00:00Z\"")) {
                        refuse(operation, own, body, with(example(body), pointer, value), pointer + " = " + value);
                    }
                }
            }
            if (operation.needsKey() && !operation.name().equals(SIGNUP)) {
                var more = with(example(body), "/unheardOf", "1");
                assertThat(refuse(operation, own, body, more, "an unknown name")
                                .jsonPath()
                                .getString("errors[0].pointer"))
                        .isEqualTo("#/unheardOf");
            }
        });
    }

    @Test
    void methodsAndFormatsThatAreNotMeantAreRefused() {
        walk((operation, own) -> {
            var path = own.filled(operation);
            var method = caller(operation, own).request("PROPFIND", path);
            assertThat(method.statusCode()).as("PROPFIND").isEqualTo(405);
            assertThat(method.header("Allow")).contains(operation.method());
            requireSane(method, "PROPFIND");
            operation.answer().ifPresent(answer -> {
                var request = caller(operation, own).accept("image/png");
                var body = operation
                        .request()
                        .map(StrictnessTest::example)
                        .map(StrictnessTest::text)
                        .orElse(null);
                requireProblem(operation.send(request, path, body), 406);
            });
            operation
                    .request()
                    .ifPresent(body -> requireProblem(
                            caller(operation, own)
                                    .contentType("image/png")
                                    .body(new byte[] {1})
                                    .request(operation.method(), path),
                            operation.name().equals(SIGNUP) ? 400 : 415));
        });
    }

    @Test
    void whatIsTooLargeIsRefusedInWordsThatAPageCanRead() {
        var organisation = TestOrganisation.create("informal-group", "https://www.example.org");
        var path = "/v1/public/campaigns/%s".formatted(TestCampaign.live(organisation));
        given().header("Origin", "https://www.example.org")
                .contentType("application/json")
                .body("{\"body\": \"" + "x".repeat(1_100_000) + "\"}")
                .post(path + "/letters")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", "https://www.example.org");
        given().header("Origin", "https://www.example.org")
                .get(path + "?lang=" + "x".repeat(5_000))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", "https://www.example.org");
    }

    @Test
    void headAndOptionsDoWhatGetPromises() {
        var organisation = TestOrganisation.create();
        organisation
                .asProgram()
                .head("/v1/campaigns")
                .then()
                .statusCode(200)
                .contentType(containsString("application/json"));
        given().head("/v1/campaigns").then().statusCode(401);
        given().options("/v1/campaigns").then().statusCode(200).header("Allow", containsString("POST"));
        organisation
                .asProgram()
                .get("/v1/campaigns/nonsense")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://centrallobby.org/problems/not-found"));
    }

    private interface Attempt {
        void on(ApiOperation operation, Belongings own);
    }

    private void walk(Attempt attempt) {
        Belongings.seat(scene);
        var own = new Belongings(scene);
        var softly = new SoftAssertions();
        for (var operation : ApiDocument.served().operations()) {
            try {
                attempt.on(operation, own);
            } catch (AssertionError | RuntimeException e) {
                softly.fail(operation.name() + ": " + e.getMessage(), e);
            }
        }
        softly.assertAll();
    }

    private static Response refuse(
            ApiOperation operation, Belongings own, ApiOperation.Content body, byte[] sent, String why) {
        var answer = caller(operation, own)
                .config(RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(body.mediaType())
                .header("If-Match", "*")
                .body(sent)
                .request(operation.method(), own.filled(operation));
        requireSane(answer, why);
        assertThat(answer.statusCode()).as(why + ": " + answer.asString()).isBetween(400, 499);
        return answer;
    }

    private static void requireSane(Response answer, String why) {
        assertThat(answer.statusCode()).as(why + ": " + answer.asString()).isLessThan(500);
        if (answer.statusCode() >= 400) {
            requireProblem(answer, answer.statusCode());
        }
    }

    private static void requireProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
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

    private static JsonNode example(ApiOperation.Content body) {
        var example = body.example();
        if (example == null) {
            throw new AssertionError("there is no example of what is sent");
        }
        return example;
    }

    private static boolean isTime(JsonNode value) {
        return value.isTextual() && value.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*");
    }

    private static String text(JsonNode example) {
        return example.isTextual() ? example.asText() : example.toString();
    }

    /** The pointers to every value that holds no others. */
    private static List<String> leaves(String pointer, JsonNode value) {
        var leaves = new ArrayList<String>();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                leaves.addAll(leaves(pointer + "/" + property.getKey(), property.getValue()));
            }
        } else if (value.isArray()) {
            for (var index = 0; index < value.size(); index++) {
                leaves.addAll(leaves(pointer + "/" + index, value.get(index)));
            }
        } else {
            leaves.add(pointer);
        }
        return leaves;
    }

    /** The example with one value replaced by a piece of JSON, just as it is written. */
    private static byte[] with(JsonNode example, String pointer, String json) {
        var changed = example.deepCopy();
        var split = pointer.lastIndexOf('/');
        var name = pointer.substring(split + 1);
        var place = TextNode.valueOf("the place of the value");
        switch (changed.at(pointer.substring(0, split))) {
            case ObjectNode object -> object.set(name, place);
            case ArrayNode array -> array.set(Integer.parseInt(name), place);
            default -> throw new IllegalArgumentException(pointer);
        }
        return changed.toString().replace(place.toString(), json).getBytes(StandardCharsets.UTF_8);
    }

    /** With half a character behind the first quotation mark. */
    private static byte[] brokenUtf8(String text) {
        var bytes = new StringBuilder(text)
                .insert(text.indexOf('"') + 1, '\u0001')
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        bytes[text.indexOf('"') + 1] = (byte) 0xC3;
        return bytes;
    }
}
