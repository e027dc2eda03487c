package org.centrallobby.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.centrallobby.mail.ServiceTest;
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
                        Map.of("Authorization", "Bearer test-operator-key"),
                        List.of(
                                Row.api("GET /v1/queue", 200),
                                Row.api("GET /v1/mails/nothing", 404),
                                Row.api("GET /v1/suppressions", 200),
                                Row.api("GET /nothing", 404),
                                Row.api("PUT /v1/queue", 405),
                                Row.api("POST /v1/suppressions", 415),
                                Row.api("GET /q/health/live", 200),
                                Row.api("GET /q/metrics", 200),
                                new Row(
                                        "GET /unsubscribe/nothing",
                                        404,
                                        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
                                        "no-store",
                                        "no-referrer",
                                        "same-origin"))))
                .isEmpty();
    }

    @Test
    void aRefusalIsGuardedToo() throws IOException {
        assertThat(Headers.faults(
                        new Wire("http://localhost:" + RestAssured.port),
                        Map.of(),
                        List.of(Row.api("GET /v1/queue", 401), Row.api("POST /v1/bounces", 401))))
                .isEmpty();
    }
}
