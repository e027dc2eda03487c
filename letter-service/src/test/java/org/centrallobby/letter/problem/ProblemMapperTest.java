package org.centrallobby.letter.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.centrallobby.letter.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class ProblemMapperTest {
    @Test
    void anUnknownPathIsAProblemDocument() {
        given().get("/v1/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://centrallobby.org/problems/not-found"))
                .body("status", equalTo(404));
    }
}
