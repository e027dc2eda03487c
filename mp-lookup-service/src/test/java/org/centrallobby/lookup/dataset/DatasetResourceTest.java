package org.centrallobby.lookup.dataset;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.time.Westminster;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class DatasetResourceTest {
    private static final String PROBLEMS = "https://centrallobby.org/problems/";
    private static final String PRESTON = "E14001433";
    private static final String CHINGFORD = "E14001167";

    @Testbed.Inject
    Broker broker;

    @Inject
    SampleAgain sample;

    @Inject
    DatasetStart start;

    @Inject
    EntityManager entities;

    @AfterEach
    void theSampleIsServedAgain() throws InterruptedException {
        sample.serve();
    }

    @Test
    void everySeatOfTheSampleIsAnnouncedAsTheContractSays() {
        var contract = Contract.of("seat.v1");
        var codes = ((PartContent.Members) Sent.read(Part.MEMBERS, Source.shipped("sample/members.csv"))
                        .content())
                .seats()
                .keySet();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(seatEvents()).extracting(Event::key).containsAll(codes));

        assertThat(seatEvents()).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo("org.centrallobby.seat.changed.v1");
            assertThat(contract.violations(Objects.requireNonNull(event.data())))
                    .isEmpty();
            assertThat(event.data()).contains("\"code\":\"%s\"".formatted(event.key()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"postcodes", "northern-ireland", "splits", "members", "corrections", "parliament"})
    void onlyTheOperatorLoads(String part) {
        given().contentType(part.equals("parliament") ? "application/json" : "text/csv")
                .body("{}")
                .put("/v1/dataset/" + part)
                .then()
                .statusCode(401)
                .body("type", equalTo(PROBLEMS + "unauthorised"));
        given().post("/v1/dataset/rollback").then().statusCode(401);
    }

    @Test
    void aChangedSeatIsServedAndAnnouncedOnceAndTheSameDataAgainAnnounceNothing() throws IOException {
        var address = "m%s@mp.example".formatted(UUID.randomUUID());
        put("members", sampleMembers());
        var tag = given().get("/v1/constituencies/" + PRESTON).header("ETag");

        put("members", sampleMembers().replace("(Co-op),No email found", "(Co-op)," + address))
                .statusCode(200)
                .body("state", equalTo("loaded"))
                .body("rows", equalTo(66))
                .body("report.announced", equalTo(1));
        given().get("/v1/constituencies/" + PRESTON)
                .then()
                .header("ETag", not(equalTo(tag)))
                .body("seat.member.contact.email", equalTo(address));
        put("members", sampleMembers().replace("(Co-op),No email found", "(Co-op)," + address))
                .statusCode(200)
                .body("state", equalTo("unchanged"))
                .body("report.announced", equalTo(0));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(announcements(PRESTON)).last().asString().contains(address));
        assertThat(announcements(PRESTON))
                .filteredOn(data -> data.contains(address))
                .hasSize(1);
    }

    @Test
    void anAddressThatTheSourceNoLongerNamesIsKeptWithItsDateUntilItNamesOneAgain() throws IOException {
        var members = sampleMembers();
        put("members", members);

        put("members", members.replace("iain.duncansmith.mp@mp.example", "No email found"))
                .body("state", equalTo("loaded"))
                .body("report.announced", equalTo(1));
        given().get("/v1/postcodes/E4 8ND")
                .then()
                .body("seat.member.contact.kind", equalTo("email"))
                .body("seat.member.contact.email", equalTo("iain.duncansmith.mp@mp.example"))
                .body("seat.member.contact.emailMissingSince", equalTo(today()));
        given().get("/v1/dataset").then().body("members.emailsMissing", equalTo(1));
        put("members", members.replace("iain.duncansmith.mp@mp.example", "No email found"))
                .body("state", equalTo("unchanged"));

        put("members", members).body("report.announced", equalTo(1));
        given().get("/v1/postcodes/E4 8ND").then().body("seat.member.contact.emailMissingSince", nullValue());
    }

    @Test
    void anOfficeIsShownAndAnnouncedAndGoneWithASourceThatNamesNone() throws IOException {
        var office = "Chair of the %s Committee".formatted(UUID.randomUUID());
        // With the sample's own rows the sample would not be there again after it.
        var members = sampleMembers().replace("Sir Iain Duncan Smith,", "Sir Iain Smith,");
        put("members", members);

        put("members", withOffice(members, CHINGFORD, office)).body("report.announced", equalTo(1));
        seat(CHINGFORD).body("region", equalTo("London")).body("seat.member.offices", equalTo(List.of(office)));
        given().get("/v1/members/152").then().body("offices", equalTo(List.of(office)));
        put("members", withOffice(members, CHINGFORD, office)).body("state", equalTo("unchanged"));
        put("members", members).body("report.announced", equalTo(1));
        seat(CHINGFORD).body("seat.member.offices", hasSize(0));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(announcements(CHINGFORD)).last().asString().contains("\"offices\":[]"));
        assertThat(announcements(CHINGFORD))
                .filteredOn(data -> data.contains(office))
                .singleElement()
                .asString()
                .contains("\"region\":\"London\"");
    }

    @Test
    void whatAnEarlierVersionDidNotKnowIsAnnouncedOnceAtTheStart() throws InterruptedException {
        var tag = given().get("/v1/constituencies/" + PRESTON).header("ETag");
        var before = announcements(PRESTON).size();
        assertThat(start.serveLast()).isTrue();
        seat(PRESTON).header("ETag", equalTo(tag));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update constituency set region = null where code = '%s'".formatted(PRESTON))
                        .executeUpdate());

        start.serveLast();
        var upgraded = seat(PRESTON).header("ETag", not(equalTo(tag))).extract().header("ETag");
        start.serveLast();

        seat(PRESTON).header("ETag", equalTo(upgraded));
        given().get("/v1/dataset").then().body("release.cause", equalTo("another version of the service"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(announcements(PRESTON))
                        .hasSize(before + 1)
                        .last()
                        .asString()
                        .contains("\"region\":\"North West\""));
    }

    @Test
    void whatIsRefusedIsReportedByItsLinesAndChangesNothing() throws IOException {
        var before = given().get("/v1/postcodes/E4 8ND");

        var members = sampleMembers().replace("iain.duncansmith.mp@mp.example", "not an address");
        put("members", members)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "dataset-refused"))
                .body("report.rejected", equalTo(1))
                .body("report.lines[0].reason", equalTo("the e-mail address is not one"))
                .body("report.lines[0].line", greaterThan(1))
                .body("report.checks.find { !it.passed }.name", equalTo("hardly any row is unusable"));
        put("postcodes", "this,is,no\ndirectory,of,postcodes\n")
                .statusCode(422)
                .body("detail", containsString("no column holds the postcode"));

        var after = given().get("/v1/postcodes/E4 8ND");
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        given().get("/v1/dataset")
                .then()
                .body("imports[0].state", equalTo("refused"))
                .body("imports[0].report.notes[0]", containsString("no column"))
                .body("imports[1].report.lines[0].file", equalTo("upload"));
    }

    @Test
    void withTheOperatorsPostcodesNothingOfTheSampleIsLeft() {
        put("postcodes", "pcds,doterm,pcon24cd\nE17 4AH,,E14001563\nBT4 3XX,,N05000001\n")
                .statusCode(200)
                .body("report.notes", hasItem(containsString("1 postcodes of Northern Ireland were passed over")));

        given().get("/v1/postcodes/E17 4AH").then().statusCode(200).body("constituency.code", equalTo("E14001563"));
        given().get("/v1/postcodes/SW1A 0AA")
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEMS + "unknown-postcode"));
        given().get("/v1/postcodes/BT4 3XX")
                .then()
                .statusCode(404)
                .body("type", equalTo(PROBLEMS + "northern-ireland-not-loaded"))
                .body("candidates", hasSize(18))
                .body("candidates.nation", everyItem(equalTo("Northern Ireland")));
        put("northern-ireland", "pcds,doterm,pcon24cd\nE17 4AH,,E14001563\nBT4 3XX,,N05000001\n")
                .statusCode(200);
        given().get("/v1/postcodes/bt43xx").then().statusCode(200).body("constituency.code", equalTo("N05000001"));
        put("splits", "postcode,codes\nE17 4AH,E14001167 E14001563\nE17 9ZZ,E14001167 E14001563\n")
                .statusCode(200);
        given().get("/v1/postcodes/E17 4AH")
                .then()
                .statusCode(200)
                .body("candidates.code", equalTo(List.of("E14001167", "E14001563")));
        given().get("/v1/postcodes/E17 9ZZ").then().statusCode(404);
        given().get("/v1/dataset")
                .then()
                .body("postcodes.total", equalTo(2))
                .body("postcodes.split", equalTo(1))
                .body("postcodes.northernIreland", equalTo(true))
                .body(
                        "release.parts.findAll { it.part != 'parliament' }.part",
                        equalTo(List.of("postcodes", "northern-ireland", "splits", "members", "corrections")));
    }

    @Test
    void correctionsWinOverTheMembersSource() throws IOException {
        put("members", sampleMembers()).statusCode(200);
        put("corrections", """
                constituency_code,member_id,contact,value
                E14001433,,email,office@mp.example
                E14001167,152,post,
                E14001563,1,post,
                """).statusCode(200);

        seat(PRESTON).body("seat.member.contact.email", equalTo("office@mp.example"));
        seat(CHINGFORD).body("seat.member.contact.kind", equalTo("post"));
        seat("E14001563").body("seat.member.contact.kind", equalTo("email"));
        put("corrections", "constituency_code,contact,value\nE14001433,pigeon,\n")
                .statusCode(422)
                .body("report.lines[0].reason", containsString("email, post, web-form"));
    }

    @Test
    void oneCallGoesBackAndAnotherForthAgain() throws IOException {
        put("members", sampleMembers());
        var before = Instant.now();
        put("members", sampleMembers().replace("Sir Iain Duncan Smith,", "Sir Iain Smith,"));
        var after = Instant.now();
        seat(CHINGFORD).body("seat.member.name", equalTo("Sir Iain Smith"));

        operator()
                .post("/v1/dataset/rollback")
                .then()
                .statusCode(200)
                .body("release.cause", containsString("back to release"));
        seat(CHINGFORD).body("seat.member.name", equalTo("Sir Iain Duncan Smith"));
        operator().post("/v1/dataset/rollback").then().statusCode(200);
        seat(CHINGFORD).body("seat.member.name", equalTo("Sir Iain Smith"));

        var then = given().queryParam("at", before.toString())
                .get("/v1/dataset/releases")
                .jsonPath();
        var later = given().queryParam("at", after.toString())
                .get("/v1/dataset/releases")
                .jsonPath();
        assertThat(later.getLong("releases[0].id")).isEqualTo(then.getLong("releases[0].id") + 1);
        assertThat(then.getString("releases[0].until")).isEqualTo(later.getString("releases[0].servesFrom"));
        given().queryParam("limit", 2)
                .get("/v1/dataset/releases")
                .then()
                .body("releases", hasSize(2))
                .body("releases[0].cause", containsString("back to release"))
                .body("releases[0].until", nullValue())
                .body("next", not(nullValue()))
                .header("Link", containsString("rel=\"next\""));
        given().queryParam("at", "yesterday").get("/v1/dataset/releases").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"disolvedOn\": \"2026-03-30\"}",
                "{\"dissolvedOn\": \"2026-03-30\", \"dissolvedOn\": \"2029-03-30\"}",
                "{} {}"
            })
    void aTypingErrorDoesNotSayThatParliamentSits(String body) {
        operator()
                .contentType("application/json")
                .body(body)
                .put("/v1/dataset/parliament")
                .then()
                .statusCode(oneOf(400, 422))
                .contentType("application/problem+json");
    }

    @Test
    void duringADissolutionNobodyIsAMember() {
        operator()
                .contentType("application/json")
                .body("{\"dissolvedOn\":\"2026-03-30\",\"electionOn\":\"2026-05-07\"}")
                .put("/v1/dataset/parliament")
                .then()
                .statusCode(200)
                .body("report.announced", equalTo(66));

        given().get("/v1/postcodes/SW1A 0AA")
                .then()
                .statusCode(200)
                .body("seat.status", equalTo("dissolved"))
                .body("seat.since", equalTo("2026-03-30"))
                .body("seat.member", nullValue());
        given().get("/v1/dataset")
                .then()
                .body("members.dissolved", equalTo(66))
                .body("parliament.electionOn", equalTo("2026-05-07"));
        operator()
                .contentType("application/json")
                .body("{}")
                .put("/v1/dataset/parliament")
                .then()
                .statusCode(200);
        given().get("/v1/postcodes/SW1A 0AA").then().body("seat.status", equalTo("filled"));
        operator()
                .contentType("application/json")
                .body("{\"dissolvedOn\":\"2999-03-30\"}")
                .put("/v1/dataset/parliament")
                .then()
                .body("report.announced", equalTo(0));
        given().get("/v1/postcodes/SW1A 0AA").then().body("seat.status", equalTo("filled"));
    }

    @Test
    void whileAPartIsBeingSentItsProgressIsSeenAndAnotherOfItsKindWaits() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write("""
                    PUT /v1/dataset/postcodes?source=slow.csv HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer test-operator-key\r
                    Content-Type: text/csv\r
                    Content-Length: 1000000\r
                    \r
                    pcds,doterm,pcon24cd
                    """.getBytes(UTF_8));
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> given().get("/v1/dataset")
                            .then()
                            .body("imports[0].state", equalTo("running"))
                            .body("imports[0].source", equalTo("slow.csv")));

            put("postcodes", "pcds,doterm,pcon24cd\n")
                    .statusCode(409)
                    .header("Retry-After", equalTo("5"))
                    .body("type", equalTo(PROBLEMS + "import-running"));
            given().get("/v1/postcodes/SW1A 0AA").then().statusCode(200);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/v1/dataset")
                        .then()
                        .body("imports.find { it.source == 'slow.csv' }.state", equalTo("refused")));
    }

    @Test
    void anUnknownPartIsRefused() {
        operator()
                .contentType("text/csv")
                .body("x")
                .put("/v1/dataset/everything")
                .then()
                .statusCode(422);
    }

    private static ValidatableResponse put(String part, String text) {
        return operator()
                .contentType("text/csv")
                .body(text.getBytes(UTF_8))
                .put("/v1/dataset/" + part)
                .then();
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer test-operator-key");
    }

    private static ValidatableResponse seat(String code) {
        return given().get("/v1/constituencies/" + code).then().statusCode(200);
    }

    private static String today() {
        return Westminster.day(Instant.now()).toString();
    }

    private static String sampleMembers() throws IOException {
        try (var bundle = Source.shipped("sample/members.csv").open();
                var file = bundle.entries().getFirst().open()) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    /** The members with a column more, in which one of them has an office. */
    private static String withOffice(String members, String code, String office) {
        return members.lines()
                .map(line -> line.startsWith("pcon_name")
                        ? line + ",offices"
                        : line + "," + (line.contains(code) ? office : ""))
                .collect(Collectors.joining("\n"));
    }

    /** What was said of a seat, oldest first. */
    private List<String> announcements(String code) {
        return Event.of(broker, Topics.SEATS, code).stream()
                .map(event -> Objects.requireNonNull(event.data()))
                .toList();
    }

    /** Other tests write to the topic too, under keys that are not codes. */
    private List<Event> seatEvents() {
        return Event.all(broker, Topics.SEATS).stream()
                .filter(event -> event.key().matches("[EWSN]\\d{8}"))
                .toList();
    }
}
