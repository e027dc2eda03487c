package org.centrallobby.lookup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.testbed.fuzz.Headers;
import org.centrallobby.testbed.fuzz.Headers.Row;
import org.centrallobby.testbed.fuzz.Wire;
import org.junit.jupiter.api.Test;

/** What a browser may do with each kind of answer. */
@ServiceTest
class HeadersTest {
    @Test
    void everyKindOfAnswerIsGuarded() throws IOException {
        assertThat(Headers.faults(
                        new Wire("http://localhost:" + RestAssured.port),
                        Map.of(),
                        List.of(
                                // A postcode is known to whoever asked, and to nobody between.
                                lookup("GET /v1/postcodes/SW1A0AA"),
                                lookup("GET /v1/constituencies"),
                                lookup("GET /v1/members"),
                                Row.api("GET /v1/postcodes/nonsense", 400),
                                Row.api("GET /v1/dataset", 200),
                                Row.api("POST /v1/dataset/rollback", 401),
                                Row.api("GET /nothing", 404),
                                Row.api("PUT /v1/members", 405),
                                Row.api("GET /q/health/live", 200),
                                Row.api("GET /q/metrics", 200))))
                .isEmpty();
    }

    private static Row lookup(String request) {
        return new Row(request, 200, Headers.NOTHING, "private, no-cache", "no-referrer", "same-origin");
    }
}
