package org.centrallobby.letter.dashboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import org.centrallobby.letter.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class DashboardTest {
    @Test
    void thePageRunsNothingButItsOwnScriptAndIsKeptByNobody() {
        for (var address : List.of("/dashboard", "/dashboard/")) {
            given().get(address)
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .header("Cache-Control", equalTo("no-store"))
                    .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .body(containsString("/dashboard/dashboard.js"));
        }
    }

    @Test
    void itsFilesAreLookedAfterWithEveryVisit() {
        for (var file : List.of("dashboard.js", "dashboard.css")) {
            given().get("/dashboard/" + file)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-cache"))
                    .header("X-Content-Type-Options", equalTo("nosniff"));
        }
    }
}
