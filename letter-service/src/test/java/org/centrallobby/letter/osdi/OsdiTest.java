package org.centrallobby.letter.osdi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.Scene.Live;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.privacy.Clocks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs that speak OSDI do (Parsons, CiviCRM's client): follow links, or count pages until one is empty. */
@ServiceTest
class OsdiTest {
    private static final String PUBLIC = "https://letters.example.org";

    @Inject
    Scene scene;

    @Inject
    Clocks clocks;

    private TestOrganisation organisation;
    private Live campaign;

    @BeforeEach
    void aCampaign() {
        organisation = TestOrganisation.create();
        campaign = Scene.live(organisation.key());
    }

    @Test
    void theEntryPointLeadsToEverythingElse() {
        get("/osdi/v1/")
                .statusCode(200)
                .contentType("application/hal+json")
                .body("osdi_version", equalTo("1.2.0"))
                .body("max_pagesize", equalTo(100))
                .body("namespace", equalTo("central_lobby"))
                .body("_links.'osdi:people'.href", equalTo(PUBLIC + "/osdi/v1/people"))
                .body("_links.'osdi:outreaches'.href", equalTo(PUBLIC + "/osdi/v1/outreaches"))
                .body("_links.'osdi:person_signup_helper'.href", endsWith("/people/person_signup_helper"))
                .body("_links.curies.name", hasItems("osdi", "central_lobby"));
        get("/osdi/v1/tags")
                .statusCode(200)
                .body("_embedded.'osdi:tags'", empty())
                .body("_links.curies.name", hasItems("osdi", "central_lobby"));
    }

    @Test
    void nothingIsOpenWithoutAKey() {
        for (var path :
                List.of("", "people", "people/" + UUID.randomUUID(), "advocacy_campaigns", "outreaches", "tags")) {
            given().get("/osdi/v1/" + path).then().statusCode(401);
            given().header("OSDI-API-Token", "cl_sk_live_x")
                    .get("/osdi/v1/" + path)
                    .then()
                    .statusCode(401);
        }
        given().post("/osdi/v1/people/person_signup_helper").then().statusCode(401);
        // The header is this surface's and no other's.
        given().header("OSDI-API-Token", organisation.key())
                .get("/v1/organisation")
                .then()
                .statusCode(401);
        organisation.asProgram().get("/osdi/v1/people").then().statusCode(200);
    }

    @Test
    void peopleAreThoseAloneWhoAgreed() {
        var seat = scene.seat();
        var letter = scene.write(campaign, seat, "Ann van der Writer", "ann@constituent.example");
        scene.confirm(letter);
        scene.confirm(scene.write(
                campaign, seat, Map.of("name", "Bob", "email", "bob@constituent.example", "consent", false)));

        var person = "_embedded.'osdi:people'[0].";
        get("/osdi/v1/people?include_totals=true")
                .statusCode(200)
                .body("total_records", equalTo(1))
                .body("_embedded.'osdi:people'", hasSize(1))
                .body(person + "identifiers", contains("central_lobby:" + letter))
                .body(person + "given_name", equalTo("Ann van der"))
                .body(person + "family_name", equalTo("Writer"))
                .body(person + "email_addresses[0].address", equalTo("ann@constituent.example"))
                .body(person + "email_addresses[0].status", equalTo("subscribed"))
                .body(person + "'central_lobby:consent'.wording", equalTo("Write to me about this."))
                .body(person + "_links.'central_lobby:advocacy_campaign'.href", endsWith(campaign.id()))
                .body("_links.next", nullValue());
        get("/osdi/v1/people/" + letter).statusCode(200).body("family_name", equalTo("Writer"));
        get("/osdi/v1/people/" + letter + "/outreaches").body("_embedded.'osdi:outreaches'", hasSize(1));
        with(TestOrganisation.create()).get("/osdi/v1/people/" + letter).then().statusCode(404);
        assertThat(audited()).containsExactly("LETTER_READ/1", "SUPPORTERS_READ/1", "SUPPORTERS_READ/1");

        scene.change("update consent set withdrawn_at = now() where letter = '%s'".formatted(letter));
        get("/osdi/v1/people/" + letter)
                .statusCode(200)
                .body("email_addresses", equalTo(List.of(Map.of("primary", true, "status", "unsubscribed"))));
        get("/osdi/v1/people/" + letter + "/outreaches").statusCode(404);
    }

    @Test
    void systemsThatAskForWhatHasChangedHearWhoTookItBackAndNoMoreOfThem() {
        var letter = scene.write(campaign, scene.seat(), "Bob Writer", "bob@constituent.example");
        scene.confirm(letter);
        signUp("civicrm:1", "Ann", "ann@example.org");
        signUp("civicrm:2", "Cat", "cat@example.org");
        var asked = get("/osdi/v1/people").extract().<String>path("_embedded.'osdi:people'[2].modified_date");

        unsubscribe("ann@example.org");
        unsubscribe("bob@constituent.example");

        var answer = filtered("modified_date gt '%s'".formatted(asked))
                .statusCode(200)
                .body("_embedded.'osdi:people'.identifiers.flatten()", hasItems("civicrm:1", "central_lobby:" + letter))
                .body("_embedded.'osdi:people'", hasSize(2))
                .body(
                        "_embedded.'osdi:people'.email_addresses.flatten().status",
                        contains("unsubscribed", "unsubscribed"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("Ann", "Bob", "@", "Yes, write", "Write to me");
        get("/osdi/v1/people?include_totals=true").body("total_records", equalTo(3));
    }

    @Test
    void lettersOfAllCampaignsAreOneCollection() {
        var seat = scene.seat();
        var second = Scene.live(organisation.key());
        var letters = new ArrayList<String>();
        for (var turn = 0; turn < 3; turn++) {
            letters.add(scene.write(campaign, seat, "Ann " + turn, turn + "@one.example"));
            letters.add(scene.write(second, seat, "Ann " + turn, turn + "@two.example"));
        }
        letters.forEach(scene::confirm);
        var strangers = Scene.live(TestOrganisation.create().key());
        scene.confirm(scene.write(strangers, seat, "Zoe", "zoe@elsewhere.example"));
        scene.write(campaign, seat, "Yve", "yve@unconfirmed.example");

        var followed = new ArrayList<String>();
        var totals = new ArrayList<@Nullable Integer>();
        var next = PUBLIC + "/osdi/v1/outreaches?per_page=4&include_totals=true";
        while (next != null) {
            var page = with(organisation)
                    .urlEncodingEnabled(false)
                    .get(next.substring(PUBLIC.length()))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            totals.add(page.get("total_records"));
            followed.addAll(page.getList("_embedded.'osdi:outreaches'.identifiers.flatten()", String.class));
            next = page.getString("_links.next.href");
        }

        assertThat(totals).containsExactly(6, null);
        assertThat(followed)
                .isEqualTo(letters.stream()
                        .map(letter -> "central_lobby:" + letter)
                        .toList());
        with(organisation)
                .queryParam("filter", "modified_date gt '2999-01-01'")
                .queryParam("include_totals", true)
                .get("/osdi/v1/outreaches")
                .then()
                .body("_embedded.'osdi:outreaches'", empty())
                .body("total_records", equalTo(0));
        // One that is found to be nobody's has changed, whatever step it takes.
        scene.change("update letter set invalidated_at = now() where id = '%s'".formatted(letters.getFirst()));
        get("/osdi/v1/outreaches")
                .body("_embedded.'osdi:outreaches'[5].identifiers", contains("central_lobby:" + letters.getFirst()))
                .body("_embedded.'osdi:outreaches'[5].'central_lobby:invalidated_date'", notNullValue())
                .body("_embedded.'osdi:outreaches'[0].'central_lobby:invalidated_date'", nullValue());
    }

    @Test
    void theAddressOfAPageIsToldWhereItIsKnown() {
        var letter = scene.write(campaign, scene.seat(), "Ann", "ann@constituent.example");
        scene.confirm(letter);
        scene.change("update letter set site = 'letters.example.org' where id = '%s'".formatted(letter));
        get("/osdi/v1/outreaches/" + letter)
                .body("referrer_data.website", equalTo("letters.example.org"))
                .body("referrer_data.url", equalTo(PUBLIC + "/c/" + campaign.slug()));

        scene.change("update letter set site = 'www.example.org' where id = '%s'".formatted(letter));
        get("/osdi/v1/outreaches/" + letter)
                .body("referrer_data.website", equalTo("www.example.org"))
                .body("referrer_data.url", nullValue());
    }

    @Test
    void noLinkRepeatsAnAddressAndNobodyIsLeftOutForThat() {
        IntStream.range(0, 3).forEach(number -> signUp("civicrm:" + number, "Ann " + number, number + "@example.org"));

        filtered("email_address eq '1@example.org'")
                .body("_embedded.'osdi:people'", hasSize(1))
                .body("_links.self.href", equalTo(PUBLIC + "/osdi/v1/people?per_page=25"))
                .body("_links.next", nullValue());
        var some = with(organisation)
                .queryParam("filter", "email_address ne '1@example.org'")
                .queryParam("per_page", 1);
        some.get("/osdi/v1/people").then().statusCode(400).body("detail", containsString("page=2"));
        some.queryParam("page", 2)
                .get("/osdi/v1/people")
                .then()
                .statusCode(200)
                .body("_embedded.'osdi:people'", hasSize(1))
                .body("_links.self.href", equalTo(PUBLIC + "/osdi/v1/people?per_page=1&page=2"));
    }

    @Test
    void everyoneIsFoundOnceByFollowingLinksAndByCountingPages() {
        IntStream.range(0, 7)
                .forEach(number -> signUp("civicrm:" + number, "Ann " + number, number + "@example.org")
                        .statusCode(200));

        var followed = new ArrayList<String>();
        var next = PUBLIC + "/osdi/v1/people?per_page=3";
        while (next != null) {
            var page = page(next.substring(PUBLIC.length()));
            followed.addAll(addresses(page));
            next = page.getString("_links.next.href");
        }
        var counted = new ArrayList<String>();
        for (var page = 1; ; page++) {
            var found = addresses(page("/osdi/v1/people?per_page=3&page=" + page));
            if (found.isEmpty()) {
                break;
            }
            counted.addAll(found);
        }

        assertThat(followed).hasSize(7).doesNotHaveDuplicates().isEqualTo(counted);
        get("/osdi/v1/people?per_page=101").statusCode(422);
        get("/osdi/v1/people?page=401").statusCode(422);
        get("/osdi/v1/people?cursor=elsewhere").statusCode(400);
    }

    @Test
    void peopleCanBeFiltered() {
        signUp("civicrm:1", "Ann", "Ann@example.org");
        signUp("civicrm:2", "Bob", "bob@example.org");

        filtered("email_address eq 'ANN@example.org'").body("_embedded.'osdi:people'", hasSize(1));
        filtered("modified_date gt '2026-01-01T00:00:00Z' and email_address ne 'ann@example.org'")
                .body("_embedded.'osdi:people'", hasSize(1));
        filtered("modified_date gt '2999-01-01'").body("_embedded.'osdi:people'", empty());
        filtered("shoe_size eq 43").statusCode(400).body("detail", containsString("email_address, modified_date"));
    }

    @Test
    void campaignsAndTheirConfirmedLettersAreShown() {
        var seat = scene.seat();
        var letter = scene.write(campaign, seat, "Ann", "ann@constituent.example");
        scene.confirm(letter);
        scene.write(campaign, seat, "Bob", "bob@constituent.example");

        get("/osdi/v1/advocacy_campaigns")
                .statusCode(200)
                .body("_embedded.'osdi:advocacy_campaigns'[0].browser_url", equalTo(PUBLIC + "/c/" + campaign.slug()))
                .body("_embedded.'osdi:advocacy_campaigns'[0].type", equalTo("email"));
        get("/osdi/v1/advocacy_campaigns/" + campaign.id()).body("name", equalTo(campaign.slug()));
        var outreach = "_embedded.'osdi:outreaches'[0].";
        get("/osdi/v1/advocacy_campaigns/%s/outreaches".formatted(campaign.id()))
                .statusCode(200)
                .body("_embedded.'osdi:outreaches'", hasSize(1))
                .body(outreach + "identifiers", contains("central_lobby:" + letter))
                .body(outreach + "message", containsString("every morning"))
                .body(outreach + "'central_lobby:delivery_status'", equalTo("confirmed"))
                .body(
                        outreach + "targets[0].'central_lobby:constituency'",
                        equalTo(seat.constituency().code()))
                .body(outreach + "_links.'osdi:person'.href", endsWith("/people/" + letter));
        assertThat(audited()).containsExactly("LETTER_READ/1");

        scene.change(
                "update api_key set scopes = '{letters:read}' where organisation = '%s'".formatted(organisation.id()));
        get("/osdi/v1/outreaches/" + letter)
                .statusCode(200)
                .body("message", nullValue())
                .body("subject", nullValue())
                .body("_links.'osdi:person'", nullValue());
        get("/osdi/v1/people").statusCode(403);
        get("/osdi/v1/people/%s/outreaches".formatted(letter)).statusCode(403);
        with(TestOrganisation.create())
                .get("/osdi/v1/outreaches/" + letter)
                .then()
                .statusCode(404);
        with(TestOrganisation.create())
                .get("/osdi/v1/advocacy_campaigns/%s/outreaches".formatted(campaign.id()))
                .then()
                .statusCode(404);
    }

    @Test
    void somebodyIsBroughtAlongOnceHoweverOften() {
        var first = signUp("civicrm:1", "Ann", "ann@example.org")
                .statusCode(200)
                .body("email_addresses[0].status", equalTo("subscribed"))
                .extract()
                .<List<String>>path("identifiers");
        var modified = get("/osdi/v1/people").extract().<String>path("_embedded.'osdi:people'[0].modified_date");

        // The same again, then with a further identifier, then another address of the same person of the other system.
        signUp("civicrm:1", "Ann", "ann@example.org").body("identifiers", equalTo(first));
        get("/osdi/v1/people").body("_embedded.'osdi:people'[0].modified_date", equalTo(modified));
        signUp("salesforce:7", "ann", "ANN+lists@example.org").body("identifiers[0]", equalTo(first.getFirst()));
        signUp("salesforce:7", "Ann", "ann@elsewhere.example").body("identifiers[0]", equalTo(first.getFirst()));

        get("/osdi/v1/people")
                .body("_embedded.'osdi:people'", hasSize(1))
                .body("_embedded.'osdi:people'[0].identifiers", contains(first.getFirst(), "civicrm:1", "salesforce:7"))
                .body("_embedded.'osdi:people'[0].email_addresses[0].address", equalTo("ann@elsewhere.example"))
                .body(
                        "_embedded.'osdi:people'[0].'central_lobby:consent'.source",
                        equalTo("Sign-up sheet, Ludlow fair"));
        signUp("civicrm:1", "Bob", "bob@example.org").statusCode(200);
        signUp("civicrm:2", "Cat", "cat@example.org").statusCode(200);
        signUp("civicrm:1", "Cat", "cat@example.org").statusCode(422);
        assertThat(audited()).contains("SUPPORTERS_TAKEN_IN/1");
    }

    @Test
    void whoWithdrewIsNotSubscribedAgain() {
        signUp("civicrm:1", "Ann", "ann@example.org");
        var letter = scene.write(campaign, scene.seat(), "Bob", "bob@constituent.example");
        scene.confirm(letter);

        unsubscribe("ann@example.org").statusCode(200).body("email_addresses[0].status", equalTo("unsubscribed"));
        unsubscribe("Bob@constituent.example").statusCode(200);

        for (var address : List.of("ann@example.org", "ann+again@example.org", "bob+again@constituent.example")) {
            signUp("civicrm:9", "Ann", address)
                    .statusCode(200)
                    .body("identifiers", empty())
                    .body("email_addresses[0].status", equalTo("unsubscribed"));
        }
        // The other system still calls her the same.
        signUp("civicrm:1", "Ann", "ann@elsewhere.example").body("email_addresses[0].status", equalTo("unsubscribed"));
        get("/osdi/v1/people")
                .body("_embedded.'osdi:people'", hasSize(2))
                .body(
                        "_embedded.'osdi:people'.email_addresses.flatten().status",
                        contains("unsubscribed", "unsubscribed"));
        // At another organisation she is somebody else.
        var other = TestOrganisation.create();
        with(other)
                .body(person("civicrm:1", "Ann", "ann@example.org"))
                .post("/osdi/v1/people/person_signup_helper")
                .then()
                .body("email_addresses[0].status", equalTo("subscribed"));
    }

    @Test
    void aWithdrawalIsHeededWhenItsLetterIsLongForgottenAndForAsLongAsItIsKept() {
        signUp("civicrm:1", "Ann", "ann@example.org");
        unsubscribe("ann@example.org");
        var letter = scene.write(campaign, scene.seat(), "Bob", "bob@constituent.example");
        scene.confirm(letter);
        scene.change("""
                update letter set state = 'SETTLED', deadline = null, state_since = state_since - interval '731 days'
                 where id = '%s'""".formatted(letter));
        clocks.run();
        unsubscribe("bob@constituent.example");

        age(organisation, 729);
        clocks.run();
        signUp("civicrm:1", "Ann", "ann@elsewhere.example").body("email_addresses[0].status", equalTo("unsubscribed"));
        signUp("civicrm:2", "Bob", "bob@constituent.example")
                .body("email_addresses[0].status", equalTo("unsubscribed"));

        age(organisation, 2);
        clocks.run();
        assertThat(scene.rows("""
                        select id from supporter where organisation = '%1$s'
                        union all select supporter from supporter_identifier where organisation = '%1$s'
                        union all select letter from consent where organisation = '%1$s' and mailbox is not null""".formatted(organisation.id()))).isEmpty();
    }

    @Test
    void nobodyIsTakenInWithoutWhatProvesThatTheyAgreed() {
        var complete = person("civicrm:1", "Ann", "ann@example.org");
        assertThat(
                        refused(
                                "{\"person\": {\"given_name\": \"Ann\", \"email_addresses\": [{\"address\": \"ann@example.org\"}]}}"))
                .contains(
                        "#/person/central_lobby:consent/wording",
                        "#/person/central_lobby:consent/source",
                        "#/person/central_lobby:consent/given_at");
        assertThat(refused(complete.replace("2026-09-12T11:00:00Z", "2999-01-01T00:00:00Z")))
                .containsExactly("#/person/central_lobby:consent/given_at");
        assertThat(refused(complete.replace("subscribed", "bouncing"))).containsExactly("#/person/email_addresses");
        assertThat(refused(complete.replace("ann@example.org", "ann"))).containsExactly("#/person/email_addresses");
        assertThat(refused(complete.replace("civicrm:1", "\\u0000"))).containsExactly("#/person/identifiers/0");
        for (var nothing : List.of("", "null", "{}", "{\"person\": null}", "[]", "{\"person\": []}")) {
            helper(nothing).statusCode(422);
        }
        with(organisation).post("/osdi/v1/people/person_signup_helper").then().statusCode(422);
        helper("{").statusCode(400);
        helper(complete + "x").statusCode(400);
        get("/osdi/v1/people").body("_embedded.'osdi:people'", empty());
    }

    @Test
    void nothingLeavesInClearWhereTheOrganisationWantsItEncrypted() {
        signUp("civicrm:1", "Ann", "ann@example.org");
        organisation
                .asProgram()
                .body(Map.of(
                        "publicKey",
                        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
                        "encryptedOnly",
                        true))
                .put("/v1/organisation/export-key")
                .then()
                .statusCode(200);

        get("/osdi/v1/people")
                .statusCode(409)
                .body("type", endsWith("/encryption-required"))
                .body(not(containsString("ann@")));
    }

    private ValidatableResponse get(String path) {
        return with(organisation).get(path).then();
    }

    private static RequestSpecification with(TestOrganisation organisation) {
        return given().header("OSDI-API-Token", organisation.key());
    }

    private ValidatableResponse filtered(String filter) {
        return with(organisation)
                .queryParam("filter", filter)
                .get("/osdi/v1/people")
                .then();
    }

    private JsonPath page(String address) {
        return with(organisation)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .body("_embedded.keySet()", allOf(hasItems("osdi:people"), notNullValue()))
                .extract()
                .jsonPath();
    }

    private static List<String> addresses(JsonPath page) {
        return page.getList("_embedded.'osdi:people'.email_addresses.address.flatten()", String.class);
    }

    private ValidatableResponse signUp(String identifier, String name, String email) {
        return helper(person(identifier, name, email));
    }

    private ValidatableResponse unsubscribe(String email) {
        return helper("{\"person\": {\"email_addresses\": [{\"address\": \"%s\", \"status\": \"unsubscribed\"}]}}"
                .formatted(email));
    }

    /** As programs do that send no media type, or another one. */
    private ValidatableResponse helper(String body) {
        return with(organisation)
                .contentType("text/plain")
                .body(body)
                .post("/osdi/v1/people/person_signup_helper")
                .then();
    }

    /** Makes the withdrawals at an organisation older. */
    private void age(TestOrganisation organisation, int days) {
        for (var table : List.of("consent", "supporter")) {
            scene.change("update %s set withdrawn_at = withdrawn_at - interval '%d days' where organisation = '%s'"
                    .formatted(table, days, organisation.id()));
        }
    }

    private List<String> refused(String body) {
        return helper(body).statusCode(422).extract().path("errors.pointer");
    }

    private static String person(String identifier, String name, String email) {
        return """
                {"person": {"identifiers": ["%s"], "given_name": "%s", "email_addresses": [{"primary": true, "address": "%s",
                 "status": "subscribed"}], "central_lobby:consent": {"wording": "Yes, write to me.",
                 "source": "Sign-up sheet, Ludlow fair", "given_at": "2026-09-12T11:00:00Z"}},
                 "add_tags": ["fair"], "triggers": {"autoresponse": {"enabled": true}}}""".formatted(identifier, name, email);
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
