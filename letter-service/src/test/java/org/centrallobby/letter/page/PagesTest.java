package org.centrallobby.letter.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.letter.Stage;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.lookup.FakeMpLookup;
import org.centrallobby.letter.lookup.SeatFeed;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PagesTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(8_000);
    private static final Pattern LINK = Pattern.compile("(/confirm/[A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    @Testbed.Inject
    Broker broker;

    @Inject
    Stage stage;

    @Inject
    FakeMpLookup lookup;

    @Inject
    SeatFeed feed;

    @Inject
    ObjectMapper json;

    private final int number = NUMBER.incrementAndGet();
    private final String slug = "pages-" + number;
    private final String email = "writer%d@example.org".formatted(number);
    private final String postcode = "E%d 8AA".formatted(number);
    private final Constituency seat = new Constituency("E1400%d".formatted(number), "Pageford " + number, null);

    @BeforeEach
    void layOut() {
        stage.campaign(slug);
        lookup.lay(postcode, seat);
        feed.fill(seat, number, "Dame Ann Example", "Dame Ann", "email");
    }

    @AfterEach
    void repair() {
        lookup.down(false);
    }

    @Test
    void aLetterIsWrittenCheckedSentAndConfirmedWithoutAScript() {
        open().statusCode(200).body(containsString("Find your MP")).body(not(containsString("<script")));
        step("write", form(Map.of("postcode", postcode)))
                .statusCode(200)
                .body(containsString("Write to Dame Ann Example"))
                .body(containsString("As Dame Ann Example knows, cameras are everywhere."));
        step("check", letter())
                .statusCode(200)
                .body(containsString("Dear Dame Ann,"))
                .body(containsString("I &lt;b&gt;mean&lt;/b&gt; it."))
                .body(containsString("3 Page Street"));
        var sent = step("send", letter()).statusCode(303).extract().header("Location");
        assertThat(sent).doesNotContain("example.org").doesNotContain("E80");
        given().get(sent).then().statusCode(200).body(containsString("Now confirm your letter"));

        var link = found(LINK);
        given().get(link).then().statusCode(200).body(containsString("Confirm my letter"));
        given().redirects().follow(false).post(link).then().statusCode(303);

        given().get(link).then().statusCode(200).body(containsString("Your letter is confirmed"));
    }

    @Test
    void theCodeConfirmsOnThePageThatFollowsTheLetter() {
        var sent = step("send", letter()).statusCode(303).extract().header("Location");
        var letter = sent.replaceFirst(".*letter=([^&]*).*", "$1");

        step("sent", form(Map.of("letter", letter, "code", "000000")))
                .statusCode(422)
                .body(containsString("There is a problem"))
                .body(containsString("This is not the code in the email"));
        step("sent", form(Map.of("letter", letter, "code", found(CODE)))).statusCode(303);
    }

    @Test
    void whatIsWrongIsSaidAtTheTopAndAtTheFieldAndNothingTypedIsLost() {
        step(
                        "check",
                        form(Map.of(
                                "postcode",
                                postcode,
                                "email",
                                "no address",
                                "address",
                                "",
                                "subject",
                                "Mine",
                                "body",
                                "My own words.")))
                .statusCode(422)
                .body(containsString("There is a problem"))
                .body(containsString("href=\"#name\""))
                .body(containsString("href=\"#email\""))
                .body(containsString("href=\"#address\""))
                .body(containsString("My own words."))
                .body(containsString("value=\"no address\""));
    }

    @Test
    void anUnknownPostcodeIsKeptInItsField() {
        step("write", form(Map.of("postcode", "ZZ1 1ZZ\"><script>")))
                .body(containsString("There is a problem"))
                .body(not(containsString("<script>")));
        step("write", form(Map.of("postcode", "E1 9ZZ")))
                .statusCode(404)
                .body(containsString("We do not know this postcode."))
                .body(containsString("value=\"E1 9ZZ\""));
    }

    @Test
    void aPostcodeInTwoConstituenciesAsksWhich() {
        var other = new Constituency("E1401%d".formatted(number), "Elsewhere " + number, null);
        feed.fill(other, number + 2_000, "Bob Other", "Bob Other", "email");
        lookup.split("E2 2AA", seat, other);

        step("write", form(Map.of("postcode", "E2 2AA")))
                .statusCode(200)
                .body(containsString("Which constituency do you live in?"))
                .body(containsString(other.name()));
        step("write", form(Map.of("postcode", "E2 2AA", "constituency", other.code())))
                .statusCode(200)
                .body(containsString("Write to Bob Other"));
    }

    @Test
    void theLetterStaysOnThePageWhileTheLookupIsAway() {
        lookup.down(true);

        step("send", letter())
                .statusCode(503)
                .body(containsString("Your letter is kept on this page"))
                .body(containsString("I &lt;b&gt;mean&lt;/b&gt; it."))
                .body(containsString("Try again"));
    }

    @Test
    void aMemberWhoTakesNoEmailGetsAPrintableLetterAndNoAddressIsAskedFor() {
        feed.fill(seat, number, "Dame Ann Example", "Dame Ann", "post");

        step("write", form(Map.of("postcode", postcode)))
                .body(containsString("go by post"))
                .body(not(containsString("name=\"email\" type")));
        step("check", letter())
                .statusCode(200)
                .body(containsString("Print this page"))
                .body(not(containsString("/send\"")));
    }

    @Test
    void theLetterStaysOnThePageWhenTheSeatFallsVacantMeanwhile() {
        feed.vacate(seat);

        step("send", letter())
                .statusCode(409)
                .body(containsString("Your letter is kept on this page"))
                .body(containsString("I &lt;b&gt;mean&lt;/b&gt; it."));
    }

    @Test
    void howAWriterCameTravelsThroughTheStepsAndIsKeptWithTheLetter() {
        given().get("/c/%s?via=newsletter".formatted(slug))
                .then()
                .statusCode(200)
                .body(containsString("name=\"via\" value=\"newsletter\""));

        step("send", letter().formParam("via", "newsletter")).statusCode(303);

        assertThat(stage.rows("select channel from letter where email = '%s'".formatted(email)))
                .asString()
                .isEqualTo("[newsletter]");
    }

    @Test
    void everyLinkToPassItOnSaysThroughWhichNetworkTheNextOneComes() {
        var page = given().get("/c/%s/confirmed".formatted(slug)).asString();

        for (var network : List.of("whatsapp", "facebook", "bluesky", "x", "email")) {
            assertThat(page).contains("%2Fc%2F" + slug + "%3Fvia%3D" + network);
        }
    }

    @Test
    void nothingIsFilledInFromAnAddress() {
        given().get("/c/%s?name=Ann+Writer&email=ann@writer.example&postcode=E1+1AA".formatted(slug))
                .then()
                .statusCode(200)
                .body(not(containsString("Writer")))
                .body(not(containsString("writer.example")))
                .body(not(containsString("E1 1AA")));
    }

    @Test
    void whoComesBackToAStepBeginsAgain() {
        given().redirects()
                .follow(false)
                .get("/c/%s/check".formatted(slug))
                .then()
                .statusCode(303);
        given().get("/c/%s/sent?letter=mine".formatted(slug)).then().statusCode(200);
        given().get("/c/%00").then().statusCode(404).contentType("text/html");
    }

    @Test
    void unknownCampaignsAndLinksGetAPageForPeople() {
        given().get("/c/no-such-campaign")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("There is no such campaign"));
        given().get("/confirm/unknown").then().statusCode(404).contentType("text/html");
        given().get("/letter/unknown").then().statusCode(404).contentType("text/html");
    }

    @Test
    void whatIsRefusedBeforeAPageIsMadeIsAPageToo() {
        given().get("/c/%s/no/such/step".formatted(slug))
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("That did not work"));
        given().header("Accept-Language", "cy")
                .contentType("application/json")
                .body("{}")
                .post("/c/%s/check".formatted(slug))
                .then()
                .statusCode(415)
                .contentType("text/html")
                .body(containsString("Ni weithiodd hynny"));
    }

    @Test
    void pagesCannotBeFramedKeptOrMadeToLoadAnything() {
        open().header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff");
    }

    private ValidatableResponse open() {
        return given().get("/c/" + slug).then();
    }

    private ValidatableResponse step(String step, RequestSpecification form) {
        return form.redirects()
                .follow(false)
                .post("/c/%s/%s".formatted(slug, step))
                .then();
    }

    private RequestSpecification letter() {
        return form(Map.of(
                "postcode", postcode,
                "name", "Siân O'Brien",
                "email", email,
                "address", "3 Page Street\r\nPageford",
                "subject", "Cameras",
                "body", "I <b>mean</b> it."));
    }

    private static RequestSpecification form(Map<String, String> fields) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    /** What the confirmation mail says. */
    private String found(Pattern pattern) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Event.all(broker, Topics.MAIL_REQUESTS).stream()
                                .map(event -> mail(String.valueOf(event.data())))
                                .filter(mail -> mail.at("/to/address").asText().equals(email))
                                .map(mail -> pattern.matcher(mail.get("text").asText()))
                                .filter(java.util.regex.Matcher::find)
                                .map(matcher -> matcher.group(1))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private com.fasterxml.jackson.databind.JsonNode mail(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
