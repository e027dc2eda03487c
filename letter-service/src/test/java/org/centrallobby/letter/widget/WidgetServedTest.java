package org.centrallobby.letter.widget;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import org.centrallobby.letter.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class WidgetServedTest {
    @Test
    void anySiteMayLoadTheModule() {
        given().header("Origin", "https://a-campaign.example")
                .get("/widget/v1/mp-letter.js")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/javascript"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Cross-Origin-Resource-Policy", equalTo("cross-origin"))
                .body(containsString("mp-letter"));
    }

    @Test
    void aNewVersionReachesEverySiteWithinMinutes() {
        given().get("/widget/v1/mp-letter.js")
                .then()
                .header("Cache-Control", equalTo("public, max-age=300, stale-while-revalidate=86400"));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        var changed = given().get("/widget/v1/mp-letter.js").header("Last-Modified");

        given().header("If-Modified-Since", changed)
                .get("/widget/v1/mp-letter.js")
                .then()
                .statusCode(304)
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @Test
    void cachesKeepTheCompressedCopyApart() {
        given().header("Accept-Encoding", "gzip")
                .get("/widget/v1/words/cy.js")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .header("Vary", containsString("Accept-Encoding"));
    }
}
