package org.centrallobby.lookup.seat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import org.centrallobby.lookup.ServiceTest;
import org.junit.jupiter.api.Test;

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
}
