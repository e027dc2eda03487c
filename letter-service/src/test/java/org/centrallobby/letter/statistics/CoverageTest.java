package org.centrallobby.letter.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the public sees of where a campaign's letters come from, and the operator's map below it. */
@ServiceTest
class CoverageTest {
    @Inject
    Scene scene;

    private Scene.Live campaign;
    private Scene.Held seat;
    private Scene.Held silent;

    @BeforeEach
    void write() {
        unload();
        campaign = Scene.live(TestOrganisation.create().key());
        // Of the seats of other tests there may be more than a House has.
        scene.change("delete from seat");
        seat = scene.seat();
        silent = scene.seat();
        var letter = scene.write(
                campaign, seat, Map.of("name", "Ann Writer", "email", "%s@example.org".formatted(UUID.randomUUID())));
        scene.confirm(letter);
    }

    @AfterEach
    void unload() {
        TestOrganisation.asOperator().delete("/v1/map").then().statusCode(204);
    }

    @Test
    void coverageTellsEverySeatOnItsHexagon() {
        var coverage = given().get(path("/coverage"))
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"))
                .body("heard", equalTo(1))
                .body("letters", equalTo(1))
                .body("source", equalTo("own"))
                .body("layout", equalTo("odd-r"))
                .extract()
                .jsonPath();

        assertThat(coverage.getInt("constituencies.find { it.code == '%s' }.letters"
                        .formatted(seat.constituency().code())))
                .isOne();
        assertThat(coverage.getList("constituencies.collect { it.q + ':' + it.r }"))
                .doesNotHaveDuplicates();
        assertThat(coverage.getInt("seats"))
                .isEqualTo(coverage.getList("constituencies").size());
    }

    @Test
    void progressTellsWhoIsSilentNearby() {
        given().get(path("/progress"))
                .then()
                .statusCode(200)
                .body("heard", equalTo(1))
                .body("near", hasSize(0));
        given().get(path("/progress?near=" + seat.constituency().code()))
                .then()
                .statusCode(200)
                .body("near.code", not(hasItem(seat.constituency().code())))
                .body("near.size()", greaterThan(0));
        given().get(path("/progress?near=E99999999")).then().statusCode(200).body("near", hasSize(0));
        given().get(path("/progress?near=here")).then().statusCode(422);
    }

    @Test
    void theMapIsAPictureForOtherSites() {
        given().get(path("/map.svg?lang=cy"))
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("image/svg+xml"))
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Content-Disposition", (String) null)
                .body(startsWith("<?xml"))
                .body(containsString("1 llythyr"));
        given().get(path("/map.svg?download=1"))
                .then()
                .header("Content-Disposition", "attachment; filename=\"%s-map.svg\"".formatted(campaign.slug()));
        given().get("/v1/public/campaigns/no-such-campaign/map.svg").then().statusCode(404);
    }

    @Test
    void aLoadedMapTakesThePlaceOfThePlatformsOwn() {
        var own = TestOrganisation.asOperator()
                .get("/v1/map")
                .then()
                .statusCode(200)
                .body("source", equalTo("own"))
                .extract()
                .asString();

        TestOrganisation.asOperator()
                .body(own.replace("odd-r", "even-r"))
                .put("/v1/map")
                .then()
                .statusCode(200)
                .body("source", equalTo("loaded"));
        // A seat that comes after the map has a place all the same.
        var late = scene.seat();
        given().get(path("/coverage"))
                .then()
                .body("source", equalTo("loaded"))
                .body("layout", equalTo("even-r"))
                .body("constituencies.code", hasItem(late.constituency().code()));
        TestOrganisation.asOperator()
                .body(own)
                .put("/v1/map")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("#/hexes/" + late.constituency().code()));
        given().get(path("/coverage")).then().body("layout", equalTo("even-r"));

        TestOrganisation.asOperator().delete("/v1/map").then().statusCode(204);
        given().get(path("/coverage")).then().body("source", equalTo("own"));
    }

    @Test
    void theMapIsTheOperators() {
        TestOrganisation.create().asProgram().get("/v1/map").then().statusCode(403);
        given().get("/v1/map").then().statusCode(401);
    }

    @Test
    void thePageShowsAMapAndATable() {
        given().get("/c/%s/map".formatted(campaign.slug()))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<svg"))
                .body(containsString("<caption>Constituencies by name</caption>"))
                .body(containsString(seat.constituency().name()))
                .body(not(containsString("<script")))
                .body(not(containsString("style=")));
        given().get("/c/%s/map?sort=none".formatted(campaign.slug()))
                .then()
                .statusCode(200)
                .body(containsString("<caption>Constituencies without a letter, by name</caption>"))
                .body(containsString("<th scope=\"row\">%s</th>"
                        .formatted(silent.constituency().name())))
                .body(not(containsString("<th scope=\"row\">%s</th>"
                        .formatted(seat.constituency().name()))));
        given().get("/c/no-such-campaign/map").then().statusCode(404);
    }

    private String path(String rest) {
        return "/v1/public/campaigns/" + campaign.slug() + rest;
    }
}
