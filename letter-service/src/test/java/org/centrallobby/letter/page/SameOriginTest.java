package org.centrallobby.letter.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.letter.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class SameOriginTest {
    private static final String ELSEWHERE = "comes from another site";

    @Inject
    Stage stage;

    @Inject
    Scene scene;

    private final String slug = "origins-" + UUID.randomUUID();

    @BeforeEach
    void aCampaign() {
        stage.campaign(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://elsewhere.example",
        "Origin, https://letters.example.org.elsewhere.example",
        "Origin, null",
    })
    void aFormOfAnotherSiteIsRefused(String header, String value) {
        for (var path : new String[] {"/c/%s/write", "/c/%s/check", "/c/%s/send", "/c/%s/sent", "/confirm/%s"}) {
            given().header(header, value)
                    .formParam("postcode", "E1 1AA")
                    .post(path.formatted(slug))
                    .then()
                    .statusCode(403)
                    .contentType("text/html")
                    .body(containsString(ELSEWHERE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin",
        "Sec-Fetch-Site, none",
        "Origin, https://letters.example.org",
        "X-Nothing, of-the-kind",
    })
    void thePagesOwnFormIsTaken(String header, String value) {
        given().header(header, value)
                .formParam("postcode", "nonsense")
                .post("/c/%s/write".formatted(slug))
                .then()
                .body(containsString("There is a problem"));
    }

    @Test
    void anotherNameOfThePlatformIsItsOwn() {
        given().header("Origin", "http://localhost:" + RestAssured.port)
                .formParam("postcode", "nonsense")
                .post("/c/%s/write".formatted(slug))
                .then()
                .body(containsString("There is a problem"));
    }

    @Test
    void aLinkFromAnotherSiteOpensThePage() {
        given().header("Sec-Fetch-Site", "cross-site").get("/c/" + slug).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"letters", "preview"})
    void theApiTakesNothingFromAPageThatTheOrganisationHasNotNamed(String operation) {
        var before = scene.rows("select count(*) from letter");

        given().header("Origin", "https://elsewhere.example")
                .contentType("application/json")
                .body("{}")
                .post("/v1/public/campaigns/%s/%s".formatted(slug, operation))
                .then()
                .statusCode(403)
                .body(containsString("origin-not-allowed"));
        given().header("Origin", "null")
                .contentType("application/json")
                .body("{}")
                .post("/v1/public/confirmations")
                .then()
                .statusCode(403);
        assertThat(scene.rows("select count(*) from letter")).isEqualTo(before);
    }

    @Test
    void aSimpleRequestWithoutAPreflightCarriesNoJson() {
        // What a form of another site could send without asking first is not what the API reads.
        given().contentType("text/plain")
                .body("{}")
                .post("/v1/public/campaigns/%s/letters".formatted(slug))
                .then()
                .statusCode(415);
    }
}
