package org.centrallobby.letter.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.Scene.Live;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ExportTest {
    @Inject
    Scene scene;

    private TestOrganisation organisation;
    private Live campaign;

    @BeforeEach
    void aCampaign() {
        organisation = TestOrganisation.create();
        campaign = Scene.live(organisation.key());
    }

    @Test
    void lettersLeaveWithoutAnybodysData() {
        var seat = scene.seat();
        var letter = scene.write(campaign, seat, "Ann Writer", "ann@constituent.example");
        scene.confirm(letter);

        var csv = export("")
                .statusCode(200)
                .contentType("text/csv; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"letters-%s.csv\"".formatted(campaign.id()))
                .extract()
                .asString();
        var line = JsonPath.from(export("?format=ndjson")
                .contentType("application/x-ndjson")
                .extract()
                .asString());

        assertThat(csv.lines())
                .hasSize(2)
                .first()
                .isEqualTo("id,constituency,constituencyName,member,memberName,state,stateSince,writtenAt,confirmedAt,"
                        + "site,channel,ownWords,invalidatedAt,ownMailbox");
        assertThat(csv)
                .contains(letter + "," + seat.constituency().code(), "confirmed")
                .doesNotContain("Ann", "constituent.example", "cameras every morning", "High Street");
        assertThat(line.getString("id")).isEqualTo(letter);
        assertThat(line.getInt("member")).isEqualTo(seat.member());
        assertThat(line.getString("site")).isNull();
        assertThat(line.getString("confirmedAt")).matches("20\\d\\d-.+Z");
        assertThat(audited()).isEmpty();
    }

    @Test
    void supportersAreThoseAloneWhoAgreedAndStillDo() {
        var seat = scene.seat();
        scene.confirm(scene.write(campaign, seat, "=Ann", "ann@constituent.example"));
        scene.confirm(scene.write(
                campaign, seat, Map.of("name", "Bob", "email", "bob@constituent.example", "consent", false)));
        var withdrawn = scene.write(campaign, seat, "Cat", "cat@constituent.example");
        scene.confirm(withdrawn);
        scene.change("update consent set withdrawn_at = now() where letter = '%s'".formatted(withdrawn));
        scene.write(campaign, seat, "Dan", "dan@constituent.example");

        var csv = export("?of=supporters&bom=true").statusCode(200).extract().asString();
        var line =
                JsonPath.from(export("?of=supporters&format=ndjson").extract().asString());

        assertThat(csv.lines())
                .hasSize(2)
                .first()
                .isEqualTo("\uFEFFletter,name,email,consentMode,wording,chosenAt,confirmedAt");
        assertThat(csv).contains(",'=Ann,ann@constituent.example,opt-in,Write to me about this.,20");
        assertThat(line.getString("name")).isEqualTo("=Ann");
        assertThat(audited()).containsExactly("EXPORT/1", "EXPORT/1");
    }

    @Test
    void contentLeavesWithTheAddressesOfThoseOnlyWhoAgreed() {
        var seat = scene.seat();
        scene.write(campaign, seat, Map.of("name", "Bob", "email", "bob@constituent.example", "body", "@all: No."));
        scene.confirm(scene.write(campaign, seat, "Ann", "ann@constituent.example"));

        var csv = export("?content=true").statusCode(200).extract().asString();

        assertThat(csv).contains("Bob", "'@all: No.", "Ann", "ann@constituent.example");
        assertThat(csv).doesNotContain("bob@constituent.example");
        assertThat(audited()).containsExactly("EXPORT/2");
    }

    @Test
    void aKeyGetsWhatItsScopesSayAndNothingOfOthers() {
        var reader = keyWith("letters:read");

        export(reader, "").statusCode(200);
        export(reader, "?of=supporters").statusCode(403);
        export(reader, "?content=true").statusCode(403);
        scene.change("update api_key set revoked_at = now() where label = 'letters:read'");
        var exporter = keyWith("supporters:export");
        export(exporter, "?of=supporters").statusCode(200);
        export(exporter, "?of=letters").statusCode(403);
        export(TestOrganisation.create().key(), "").statusCode(404);
        TestOrganisation.with(organisation.key())
                .get("/v1/campaigns/%s/export".formatted(UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() {
        for (var question : List.of(
                "?format=xls",
                "?of=everything",
                "?of=supporters&content=true",
                "?of=supporters&state=sent",
                "?state=lost",
                "?updatedAfter=yesterday",
                "?updatedAfter=%2B999999999-12-31T23:59:59Z",
                "?updatedAfter=-999999999-01-01T00:00:00Z")) {
            export(question).statusCode(400);
        }
    }

    @Test
    void whatTheCallerDoesNotAcceptIsNotSent() {
        Map.of("csv", "application/x-ndjson", "ndjson", "text/csv")
                .forEach((format, other) -> TestOrganisation.with(organisation.key())
                        .accept(other)
                        .get("/v1/campaigns/%s/export?format=%s".formatted(campaign.id(), format))
                        .then()
                        .statusCode(406)
                        .contentType("application/problem+json"));
    }

    @Test
    void everyLetterLeavesOnceAlsoWhereManyChangedInTheSameMoment() {
        letters(12_000);

        var ids = export("").extract().asString().lines().skip(1).map(line -> line.substring(0, 36));

        assertThat(ids).hasSize(12_000).doesNotHaveDuplicates();
        assertThat(export("?state=sent&format=ndjson").extract().asString().lines())
                .hasSize(6_000);
    }

    @Test
    void whatHasChangedSinceCanBeAskedFor() {
        letters(10);
        scene.change("""
                update letter set state_since = '2026-11-25T10:00:00Z' where id = (select max(id::text)::uuid from letter
                where campaign = '%s')""".formatted(campaign.id()));
        scene.change(
                "update letter set state_since = '2026-11-01T10:00:00Z' where campaign = '%s' and state_since < '2026-11-25T10:00:00Z'"
                        .formatted(campaign.id()));

        assertThat(export("?updatedAfter=2026-11-25T10:00:00Z")
                        .extract()
                        .asString()
                        .lines())
                .hasSize(2);
        assertThat(export("?updatedAfter=2026-11-25T10:00:00.000001Z")
                        .extract()
                        .asString()
                        .lines())
                .hasSize(1);
    }

    @Test
    void aFileIsEncryptedToTheOrganisationsKeyAndTheOrganisationCanDemandIt() throws Exception {
        var pair = new X25519KeyPairGenerator().generateKeyPair();
        scene.confirm(scene.write(campaign, scene.seat(), "Ann", "ann@constituent.example"));
        export("?of=supporters&encrypt=true")
                .statusCode(409)
                .body("type", equalTo("https://centrallobby.org/problems/no-export-key"));

        register(pair.getPublic().toString(), false).statusCode(200);
        export("?of=supporters").statusCode(200);
        register(pair.getPublic().toString(), true).statusCode(200).body("registeredAt", notNullValue());
        export("?of=supporters")
                .statusCode(409)
                .body("type", equalTo("https://centrallobby.org/problems/encryption-required"));
        export("?content=true").statusCode(409);
        export("").statusCode(200);
        var encrypted = export("?of=supporters&format=ndjson&encrypt=true")
                .statusCode(200)
                .contentType("application/octet-stream")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"supporters-%s.ndjson.age\"".formatted(campaign.id()))
                .extract()
                .asByteArray();

        var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                pair.getPrivate().toString());
        try (var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(encrypted)), List.of(reader))) {
            assertThat(new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"email\":\"ann@constituent.example\"")
                    .endsWith("}\n");
        }
        organisation.asProgram().delete("/v1/organisation/export-key").then().statusCode(204);
        organisation.asProgram().get("/v1/organisation/export-key").then().statusCode(404);
    }

    @Test
    void aKeyThatNothingCanBeEncryptedToIsNotRegistered() {
        register("age1", false).statusCode(422).body("errors[0].pointer", equalTo("#/publicKey"));
        organisation
                .asProgram()
                .body("{}")
                .put("/v1/organisation/export-key")
                .then()
                .statusCode(422);
    }

    @Test
    void aClientThatStopsReadingHoldsNothingForLongAndItsShareIsAudited() throws IOException {
        supporters(4_000);
        try (var one = stalled();
                var other = stalled()) {
            export("?of=supporters")
                    .statusCode(429)
                    .header("Retry-After", "30")
                    .body("type", equalTo("https://centrallobby.org/problems/too-many-exports"));
            // Another organisation's exports go on.
            var elsewhere = TestOrganisation.create();
            TestOrganisation.with(elsewhere.key())
                    .get("/v1/campaigns/%s/export"
                            .formatted(Scene.live(elsewhere.key()).id()))
                    .then()
                    .statusCode(200);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> export("").extract().statusCode() == 200);
        }

        assertThat(audited())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry).isNotEqualTo("EXPORT/0").isNotEqualTo("EXPORT/4000"));
    }

    @Test
    void anExportThatFailsMidwayIsNotTakenForAWholeOne() throws IOException {
        supporters(4_000);
        try (var client = stalled()) {
            scene.change("alter table consent rename column wording to mislaid");
            var rest = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(rest).contains("s1@constituent.example").doesNotEndWith("0\r\n\r\n");
        } finally {
            scene.change("alter table consent rename column mislaid to wording");
        }
        var whole = export("?of=supporters").statusCode(200).extract().asString();
        assertThat(whole.lines()).hasSize(4_001);
    }

    /** A client that has asked for the supporters and reads nothing of the answer yet, which is under way. */
    private Socket stalled() throws IOException {
        var before = audited().size();
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream().write("""
                GET /v1/campaigns/%s/export?of=supporters HTTP/1.1
                Host: localhost
                Authorization: Bearer %s

                """.formatted(campaign.id(), organisation.key())
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        await().until(() -> audited().size() > before && !audited().getFirst().endsWith("/0"));
        return socket;
    }

    private void letters(int count) {
        scene.change("""
                insert into letter (id, campaign, organisation, mode, constituency, constituency_name, member, member_name,
                    salutation, state, state_since, written_at, mailbox, person)
                select gen_random_uuid(), '%s', '%s', 'LIVE', 'E14001167', 'Sampleford', 4001, 'Ms Sample', 'Ms Sample',
                    case when n %% 2 = 0 then 'SENT' else 'SETTLED' end,
                    timestamptz '2026-11-24T10:00:00Z' + n / 7000 * interval '1 microsecond', now(), '', ''
                from generate_series(1, %d) n""".formatted(campaign.id(), organisation.id(), count));
    }

    private void supporters(int count) {
        scene.change("""
                insert into consent (letter, campaign, organisation, mode, wording, given, name, email, chosen_at,
                    confirmed_at)
                select gen_random_uuid(), '%s', '%s', 'OPT_IN', repeat('Write to me. ', 300), true, 'S ' || n,
                    's' || n || '@constituent.example', now(), now() + n * interval '1 second'
                from generate_series(1, %d) n""".formatted(campaign.id(), organisation.id(), count));
    }

    private ValidatableResponse export(String question) {
        return export(organisation.key(), question);
    }

    private ValidatableResponse export(String key, String question) {
        return TestOrganisation.with(key)
                .urlEncodingEnabled(false)
                .get("/v1/campaigns/%s/export%s".formatted(campaign.id(), question))
                .then();
    }

    private ValidatableResponse register(String publicKey, boolean encryptedOnly) {
        return organisation
                .asProgram()
                .body(Map.of("publicKey", publicKey, "encryptedOnly", encryptedOnly))
                .put("/v1/organisation/export-key")
                .then();
    }

    private String keyWith(String scope) {
        return organisation
                .asProgram()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("label", scope, "scopes", List.of(scope), "mode", "live"))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private List<String> audited() {
        return scene
                .rows("select action || '/' || people from audit_entry where organisation = '%s' order by id desc"
                        .formatted(organisation.id()))
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
