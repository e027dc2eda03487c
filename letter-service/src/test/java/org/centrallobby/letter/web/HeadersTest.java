package org.centrallobby.letter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.fuzz.Headers;
import org.centrallobby.testbed.fuzz.Headers.Row;
import org.centrallobby.testbed.fuzz.Wire;
import org.junit.jupiter.api.Test;

/** What a browser may do with each kind of answer. */
@ServiceTest
class HeadersTest {
    /** The pages: no scripts, no frames, and kept by nobody. */
    private static final String PAGE =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    @Test
    void everyKindOfAnswerIsGuarded() throws IOException {
        var organisation = TestOrganisation.create("informal-group", "https://www.example.org");
        var slug = TestCampaign.live(organisation);
        var open = "/v1/public/campaigns/" + slug;

        assertThat(Headers.faults(
                        new Wire("http://localhost:" + RestAssured.port),
                        Map.of(),
                        List.of(
                                Row.api("GET /v1/campaigns", 401),
                                Row.api("GET /nothing", 404),
                                Row.api("PUT /v1/campaigns", 405),
                                Row.api("POST /v1/public/confirmations", 422),
                                Row.api("GET /v1/public/campaigns/nothing", 404),
                                Row.api("GET /v1/public/campaigns/nothing?lang=%00", 400),
                                Row.api("GET " + open + "/mp?postcode=nonsense", 404),
                                new Row(
                                        "GET " + open + "/challenge",
                                        200,
                                        Headers.NOTHING,
                                        "no-transform, no-store",
                                        "no-referrer",
                                        "same-origin"),
                                Row.api("GET /q/health/live", 200),
                                Row.api("GET /q/metrics", 200),
                                Row.api("GET /q/openapi", 200),
                                new Row(
                                        "GET " + open,
                                        200,
                                        Headers.NOTHING,
                                        "max-age=15",
                                        "no-referrer",
                                        "same-origin"),
                                new Row(
                                        "GET " + open + "/qr.svg",
                                        200,
                                        "default-src 'none'",
                                        "no-transform, max-age=3600",
                                        "no-referrer",
                                        "cross-origin"),
                                new Row(
                                        "GET " + open + "/map.svg",
                                        200,
                                        "default-src 'none'",
                                        "no-transform, max-age=60",
                                        "no-referrer",
                                        "cross-origin"),
                                page("GET /c/" + slug, 200),
                                page("GET /c/nothing", 404),
                                page("GET /confirm/nothing", 404),
                                page("GET /letter/nothing", 404),
                                new Row(
                                        "GET /embed/" + slug,
                                        200,
                                        "frame-ancestors 'self' http",
                                        "public, max-age=60",
                                        "strict-origin",
                                        "same-origin"),
                                new Row(
                                        "GET /embed/nothing",
                                        404,
                                        "default-src 'none'",
                                        "no-store",
                                        "strict-origin",
                                        "same-origin"),
                                new Row(
                                        "GET /dashboard",
                                        200,
                                        "frame-ancestors 'none'; require-trusted-types-for 'script'",
                                        "no-store",
                                        "no-referrer",
                                        "same-origin"),
                                new Row(
                                        "GET /dashboard/dashboard.js",
                                        200,
                                        Headers.NOTHING,
                                        "no-cache",
                                        "no-referrer",
                                        "same-origin"),
                                new Row(
                                        "GET /page/page.css",
                                        200,
                                        Headers.NOTHING,
                                        "public, max-age=3600",
                                        "no-referrer",
                                        "same-origin"),
                                new Row(
                                        "GET /widget/v1/mp-letter.js",
                                        200,
                                        Headers.NOTHING,
                                        "public, max-age=300, stale-while-revalidate=86400",
                                        "no-referrer",
                                        "cross-origin"),
                                // The operator's own, below /q, which no proxy passes on: its page comes with its
                                // script in it.
                                new Row(
                                        "GET /q/swagger-ui/",
                                        200,
                                        "script-src 'self' 'unsafe-inline'",
                                        "no-store",
                                        "no-referrer",
                                        "same-origin"))))
                .isEmpty();
    }

    @Test
    void whatIsPersonalIsKeptByNobody() throws IOException {
        var organisation = TestOrganisation.create();

        assertThat(Headers.faults(
                        new Wire("http://localhost:" + RestAssured.port),
                        Map.of("Authorization", "Bearer " + organisation.key()),
                        List.of(
                                Row.api("GET /v1/organisation", 200),
                                Row.api("GET /v1/organisation/keys", 200),
                                Row.api("GET /v1/supporters?email=ann%40constituent.example", 200),
                                Row.api("GET /v1/audit", 200),
                                Row.api("GET /osdi/v1/people", 200))))
                .isEmpty();
    }

    private static Row page(String request, int status) {
        return new Row(request, status, PAGE, "no-store", "same-origin", "same-origin");
    }
}
