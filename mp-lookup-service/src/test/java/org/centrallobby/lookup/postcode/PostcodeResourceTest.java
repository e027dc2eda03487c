package org.centrallobby.lookup.postcode;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.centrallobby.lookup.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class PostcodeResourceTest {
    private static final String PROBLEMS = "https://centrallobby.org/problems/";

    @Test
    void aPostcodeLeadsToItsConstituencyAndMember() {
        find("E4 8ND")
                .statusCode(200)
                .body("postcode", equalTo("E4 8ND"))
                .body("corrected", equalTo(false))
                .body("$", hasKey("terminated"))
                .body("terminated", nullValue())
                .body("inUse", equalTo(true))
                .body("$", not(hasKey("candidates")))
                .body("constituency.code", equalTo("E14001167"))
                .body("constituency.name", equalTo("Chingford and Woodford Green"))
                .body("constituency", hasKey("nameCy"))
                .body("constituency.nameCy", nullValue())
                .body("constituency.nation", equalTo("England"))
                .body("seat.status", equalTo("filled"))
                .body("seat.since", nullValue())
                .body("seat.member.id", equalTo(152))
                .body("seat.member.name", equalTo("Sir Iain Duncan Smith"))
                .body("seat.member.fullTitle", equalTo("Rt Hon Sir Iain Duncan Smith MP"))
                .body("seat.member.salutation", equalTo("Sir Iain"))
                .body("seat.member.party", equalTo("Conservative"))
                .body("seat.member.role", nullValue())
                .body("seat.member.takesSeat", equalTo(true))
                .body("seat.member.contact.kind", equalTo("email"))
                .body("seat.member.contact.email", equalTo("iain.duncansmith.mp@mp.example"))
                .body("seat.member.contact.webForm", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"sw1a0aa, false", "'SW1A-0AA', false", "SWIA OAA, true", "' (sw1a 0aa). ', false"})
    void spellingDoesNotMatterAndACorrectionIsReported(String typed, boolean corrected) {
        find(typed)
                .statusCode(200)
                .body("postcode", equalTo("SW1A 0AA"))
                .body("corrected", equalTo(corrected))
                .body("constituency.code", equalTo("E14001172"));
    }

    @Test
    void aPostcodeNoLongerInUseIsAnsweredAndMarked() {
        find("AB1 0AA")
                .statusCode(200)
                .body("terminated", equalTo("1996-06"))
                .body("inUse", equalTo(false))
                .body("constituency.name", equalTo("Aberdeen South"));
    }

    @Test
    void aPostcodeInTwoSeatsNamesBoth() {
        find("E17 4AH")
                .statusCode(200)
                .body("constituency", nullValue())
                .body("seat", nullValue())
                .body("candidates.code", contains("E14001167", "E14001563"))
                .body("candidates.name", contains("Chingford and Woodford Green", "Walthamstow"));
    }

    @Test
    void aVacantSeatHasNoMember() {
        find(postcodeIn("E14001350"))
                .statusCode(200)
                .body("constituency.name", equalTo("Makerfield"))
                .body("seat.status", equalTo("vacant"))
                .body("seat.since", equalTo("2026-05-19"))
                .body("seat.member", nullValue());
    }

    @Test
    void theSpeakerIsMarked() {
        find(postcodeIn("E14001170"))
                .statusCode(200)
                .body("seat.member.role", equalTo("speaker"))
                .body("seat.member.salutation", equalTo("Mr Speaker"));
    }

    @Test
    void anAbstentionistIsMarked() {
        find("BT12 6BA")
                .statusCode(200)
                .body("constituency.nation", equalTo("Northern Ireland"))
                .body("seat.member.party", equalTo("Sinn Féin"))
                .body("seat.member.takesSeat", equalTo(false));
    }

    @Test
    void aMemberMayTakePostOnlyOrAWebFormOrNothingKnown() {
        find("SO43 7BX")
                .body("seat.member.name", equalTo("Sir Julian Lewis"))
                .body("seat.member.contact.kind", equalTo("post"))
                .body("seat.member.contact.email", nullValue());
        find("BT78 1BL")
                .body("seat.member.contact.kind", equalTo("web-form"))
                .body("seat.member.contact.webForm", equalTo("https://contact.mp.example/west-tyrone"));
        find(postcodeIn("E14001433")).body("seat.member.contact.kind", equalTo("none"));
    }

    @Test
    void aSeatWithAWelshNameHasBoth() {
        find(postcodeIn("W07000102"))
                .body("constituency.name", equalTo("Montgomeryshire and Glyndŵr"))
                .body("constituency.nameCy", equalTo("Maldwyn a Glyndŵr"))
                .body("constituency.nation", equalTo("Wales"));
    }

    @ParameterizedTest
    @CsvSource({
        "JE2 4WD, jersey, Jersey",
        "JE9 9ZZ, jersey, Jersey",
        "GY1 1FH, guernsey, Guernsey",
        "IM1 3PW, isle-of-man, Tynwald",
        "BF1 1AA, bfpo, registered to vote",
        "BFPO 57, bfpo, registered to vote",
        "FIQQ 1ZZ, overseas-territory, overseas",
        "GIR 0AA, non-geographic, mail",
        "AB11 3AG, non-geographic, mail",
    })
    void whereThereIsNoMpItSaysWhy(String postcode, String territory, String reason) {
        find(postcode)
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "no-constituency"))
                .body("territory", equalTo(territory))
                .body("detail", containsString(reason));
    }

    @Test
    void anUnknownPostcodeIsSaidToBeUnknown() {
        find("SW1A 0ZZ")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "unknown-postcode"))
                .body("candidates.name", hasItem("Cities of London and Westminster"))
                .body("$", not(hasKey("territory")));
        find("BT99 9ZZ").statusCode(404).body("type", equalTo(PROBLEMS + "unknown-postcode"));
    }

    @ParameterizedTest
    @CsvSource({"ZZ1", "hello", "12345", "SW1A 0AA SW1A 0AA", "SWAA 0AA", "%%%"})
    void whatIsNoPostcodeIsMalformed(String typed) {
        find(typed)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "malformed-postcode"))
                .body("title", equalTo("That is not the form of a postcode"));
    }

    @Test
    void severalPostcodesHaveAnOutcomeEachInTheirOrder() {
        given().queryParam("postcode", "CF99 1SN", "jersey", "JE2 4WD", "sw1a 0aa")
                .get("/v1/postcodes")
                .then()
                .statusCode(200)
                .body("results", hasSize(4))
                .body("results.query", contains("CF99 1SN", "jersey", "JE2 4WD", "sw1a 0aa"))
                .body("results[0].found.constituency.name", equalTo("Cardiff South and Penarth"))
                .body("results[0].found.constituency.nameCy", equalTo("De Caerdydd a Phenarth"))
                .body("results[0]", not(hasKey("problem")))
                .body("results[1].problem.type", equalTo(PROBLEMS + "malformed-postcode"))
                .body("results[1]", not(hasKey("found")))
                .body("results[2].problem.territory", equalTo("jersey"))
                .body("results[3].found.postcode", equalTo("SW1A 0AA"));
    }

    @ParameterizedTest
    @CsvSource({"0", "101"})
    void noneOrTooManyPostcodesAreRefused(int count) {
        given().queryParam("postcode", Collections.nCopies(count, "SW1A 0AA"))
                .get("/v1/postcodes")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "invalid-request"))
                .body("errors[0].pointer", equalTo("#/postcode"));
    }

    @Test
    void aHundredPostcodesAreAnswered() {
        given().queryParam("postcode", Collections.nCopies(100, "SW1A 0AA"))
                .get("/v1/postcodes")
                .then()
                .statusCode(200)
                .body("results", hasSize(100));
    }

    @Test
    void theFirstHalfAloneNamesItsConstituencies() {
        given().get("/v1/outward-codes/sw1a")
                .then()
                .statusCode(200)
                .body("outwardCode", equalTo("SW1A"))
                .body("constituencies.code", contains("E14001172"));
        given().get("/v1/outward-codes/ZZ1")
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEMS + "unknown-outward-code"));
        find("SWIA")
                .statusCode(404)
                .body("type", equalTo(PROBLEMS + "partial-postcode"))
                .body("candidates.code", contains("E14001172"));
    }

    @Test
    void whoHasTheAnswerIsToldThatNothingHasChanged() {
        var tag = find("SW1A 0AA").extract().header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/postcodes/SW1A 0AA")
                .then()
                .statusCode(304)
                .body(emptyString());
        given().header("If-None-Match", "\"0\"")
                .get("/v1/postcodes/SW1A 0AA")
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag)
                .get("/v1/constituencies/E14001172")
                .then()
                .statusCode(304);
        given().header("If-None-Match", tag).get("/v1/members").then().statusCode(304);
    }

    @Test
    void noMetricHoldsAPostcode() {
        find("SW1A 0AA");
        find("SW1A 9ZZ");
        find("SW1A0A");
        given().get("/v1/outward-codes/sw1a");

        var metrics = given().get("/q/metrics").asString();

        assertThat(metrics).contains("/v1/postcodes/{postcode}").doesNotContainIgnoringCase("SW1A");
    }

    @Test
    void theMetricsTellHowOldTheDataAre() {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .containsPattern("dataset_loaded_timestamp_seconds\\{part=\"postcodes\",sample=\"\\w+\"} \\d")
                        .containsPattern("dataset_records\\{part=\"members\"} [1-9]")
                        .containsPattern("dataset_import_failing\\{part=\"members\"} [01]")
                        .containsPattern("(?m)^outbox_oldest_seconds \\d"));
    }

    @Test
    void noLogHoldsAPostcode() throws IOException {
        var said = new ConcurrentLinkedQueue<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(entry.getLevel() + " " + entry.getMessage() + " " + Arrays.toString(entry.getParameters())
                        + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            find("SW1A 0AA");
            find("SW1A 0ZZ").statusCode(404);
            find("SW1A 0Z\u0007Z");
            find("SW1A 0ZZ/../0ZZ");
            sendRaw("/v1/postcodes/SW1A%200ZZ%ZZ");
            sendRaw("/v1/postcodes/SW1A 0ZZ");
            given().queryParam("postcode", "SW1A 0ZZ", "0ZZ").get("/v1/postcodes");
            given().post("/v1/postcodes/SW1A 0ZZ");
        } finally {
            root.removeHandler(listener);
        }
        assertThat(said).noneMatch(text -> text.contains("0ZZ")).anyMatch(text -> text.contains("SW1A"));
    }

    /** What no client library would send. */
    private static void sendRaw(String path) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.");
        }
    }

    private static ValidatableResponse find(String typed) {
        return given().pathParam("postcode", typed)
                .get("/v1/postcodes/{postcode}")
                .then();
    }

    private static String postcodeIn(String code) {
        return SamplePostcodes.in(code);
    }
}
