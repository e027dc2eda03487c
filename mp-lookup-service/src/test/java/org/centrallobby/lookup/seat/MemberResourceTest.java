package org.centrallobby.lookup.seat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.testbed.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class MemberResourceTest {
    @Test
    void aMemberComesWithTheConstituency() {
        given().get("/v1/members/172")
                .then()
                .statusCode(200)
                .body("id", equalTo(172))
                .body("name", equalTo("Ms Diane Abbott"))
                .body("salutation", equalTo("Ms Abbott"))
                .body("constituency.code", equalTo("E14001259"))
                .body("constituency.nation", equalTo("England"));
    }

    @Test
    void whoHoldsNoSeatIsUnknown() {
        given().get("/v1/members/1")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://centrallobby.org/problems/unknown-member"));
        given().get("/v1/members/nobody").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void thePagesFollowOneAnother() {
        var first = given().get("/v1/members?limit=60");
        first.then().statusCode(200).body("members", hasSize(60)).body("next", notNullValue());

        var second =
                given().get("/v1/members?limit=60&cursor=" + first.jsonPath().getString("next"));

        second.then().statusCode(200).body("members", hasSize(5));
        assertThat(second.jsonPath().getList("members.id", Integer.class))
                .doesNotContainAnyElementsOf(first.jsonPath().getList("members.id", Integer.class));
    }

    @Test
    void aCursorThatNoPageGaveIsRefused() {
        given().get("/v1/members?cursor=abc").then().statusCode(422).body("errors[0].pointer", equalTo("#/cursor"));
    }

    @ParameterizedTest
    @CsvSource({"DUNCAN sm, Sir Iain Duncan Smith", "sian, Siân Berry", "llinos, Llinos Medi"})
    void aPartOfANameFindsTheMember(String part, String name) {
        given().queryParam("q", part)
                .get("/v1/members")
                .then()
                .statusCode(200)
                .body("members.name", hasItem(name))
                .body("members.size()", lessThan(10));
    }

    @Test
    void whatNobodyIsCalledFindsNobodyAndATextThatIsTooLongIsRefused() {
        given().queryParam("q", "xyzzy")
                .get("/v1/members")
                .then()
                .statusCode(200)
                .body("members", hasSize(0));
        given().queryParam("q", "x".repeat(101)).get("/v1/members").then().statusCode(422);
    }

    @Test
    void thePagesOfASearchFollowOneAnother() {
        var first = given().queryParam("q", "a").queryParam("limit", 3).get("/v1/members");

        var link = first.header("Link");
        var second = given().get(link.substring(1, link.indexOf('>')));

        second.then().statusCode(200).body("members", hasSize(3));
        assertThat(second.jsonPath().getList("members.name", String.class))
                .allMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("a"))
                .doesNotContainAnyElementsOf(first.jsonPath().getList("members.name", String.class));
    }

    @Test
    void theHouseIsToldInPopolosFormToo() throws IOException {
        var popolo = given().get("/v1/members/popolo")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(JsonPath.from(popolo)
                        .getString("persons.find { it.identifiers[0].identifier == '152' }.names[0].name"))
                .isEqualTo("Sir Iain Duncan Smith");
        assertThat(
                        JsonPath.from(popolo)
                                .getString(
                                        "memberships.find { it.person_id == 'uk.parliament/member/152' }.identifiers[0].identifier"))
                .isEqualTo("E14001167");
        var schema = Files.readString(RealData.file("popolo.schema.json"));
        assertThat(Contract.ofText(schema).violations(popolo)).isEmpty();
        assertThat(Contract.ofText(schema).violations(popolo.replace("\"person_id\"", "\"who\"")))
                .isNotEmpty();
    }
}
