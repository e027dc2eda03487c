package org.centrallobby.lookup.seat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import org.centrallobby.lookup.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ConstituencyResourceTest {
    @Test
    void aConstituencyComesWithItsSeat() {
        given().get("/v1/constituencies/W07000112")
                .then()
                .statusCode(200)
                .body("code", equalTo("W07000112"))
                .body("name", equalTo("Ynys Môn"))
                .body("nation", equalTo("Wales"))
                .body("seat.status", equalTo("filled"))
                .body("seat.member.name", equalTo("Llinos Medi"));
    }

    @Test
    void aConstituencyThatNoDataReferToIsUnknown() {
        given().get("/v1/constituencies/E14001063")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://centrallobby.org/problems/unknown-constituency"));
    }

    @Test
    void thePagesFollowOneAnotherToTheEnd() {
        var codes = new ArrayList<String>();
        var path = "/v1/constituencies?limit=25";
        while (path != null) {
            var response = given().get(path);
            codes.addAll(response.jsonPath().getList("constituencies.code", String.class));
            var link = response.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf(">; rel=\"next\""));
            assertThat(response.jsonPath().getString("next") == null).isEqualTo(link == null);
        }

        assertThat(codes).hasSize(66).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPageThatEndsTheListLeadsNowhere() {
        given().get("/v1/constituencies?limit=200")
                .then()
                .statusCode(200)
                .body("constituencies", hasSize(66))
                .body("next", nullValue())
                .header("Link", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201"})
    void anImpossibleLimitIsRefused(String limit) {
        given().get("/v1/constituencies?limit=" + limit)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("#/limit"));
    }

    @ParameterizedTest
    @CsvSource({"ynys mon, W07000112", "MALDWYN, W07000102", "glyndwr, W07000102", "woodford, E14001167"})
    void aPartOfAnEnglishOrWelshNameFindsTheConstituency(String part, String code) {
        given().queryParam("q", part)
                .get("/v1/constituencies")
                .then()
                .statusCode(200)
                .body("constituencies.code", contains(code))
                .body("next", nullValue());
    }
}
