package org.centrallobby.mail.queue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class QueueResourceTest {
    @Testbed.Inject
    Broker broker;

    @Test
    void theOperatorSeesHowAMailFaresButNotWhatItSays() {
        UUID mail;
        try (var requests = new Requests(broker)) {
            mail = requests.request();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> operator().get("/v1/mails/" + mail).then().body("state", equalTo("sent")));

        var answer = operator().get("/v1/mails/" + mail);

        answer.then()
                .statusCode(200)
                .body("id", equalTo(mail.toString()))
                .body("kind", equalTo("letter"))
                .body("attempts", equalTo(1))
                .body("nextAttemptAt", nullValue())
                .body("messageId", equalTo("<%s@lobby.example>".formatted(mail)))
                .body("reply.code", equalTo(250))
                .body("history[0].verdict", equalTo("accepted"))
                .body("history[0].phase", equalTo("end-of-data"));
        assertThat(answer.asString()).doesNotContain("mp.example", "example.org", "Siân", "Dear");
    }

    @Test
    void theOperatorPausesAndResumesTheQueue() {
        operator().post("/v1/queue/pause").then().statusCode(200).body("paused", equalTo(true));
        operator().post("/v1/queue/pause").then().statusCode(200).body("paused", equalTo(true));
        operator()
                .get("/v1/queue")
                .then()
                .statusCode(200)
                .body("paused", equalTo(true))
                .body("mails.held", greaterThan(-1))
                .body("mails.sent", nullValue())
                .body("oldestSeconds", greaterThan(-1));
        operator().post("/v1/queue/resume").then().statusCode(200).body("paused", equalTo(false));
    }

    @Test
    void whatIsFinishedIsCountedForWhoeverAsksForIt() {
        operator()
                .get("/v1/queue?finished=true")
                .then()
                .statusCode(200)
                .body("mails.held", greaterThan(-1))
                .body("mails.failed", greaterThan(-1));
    }

    @Test
    void aTypingErrorIsNotTakenForTheWholeQueue() {
        problem(operator().body("{\"scop\": \"campaign\"}").post("/v1/queue/pause"), 400, "bad-request");
        problem(operator().body("{\"scop\": \"campaign\"}").post("/v1/queue/cancel"), 400, "bad-request");
        operator().get("/v1/queue").then().body("paused", equalTo(false));
    }

    @Test
    void aNulInAnAddressIsRefused() {
        problem(operator().urlEncodingEnabled(false).get("/v1/ceilings?cursor=%00"), 400, "bad-request");
        problem(operator().urlEncodingEnabled(false).get("/v1/mails/%00"), 404, "not-found");
    }

    @Test
    void anUnknownMailIsAProblem() {
        problem(operator().get("/v1/mails/" + UUID.randomUUID()), 404, "not-found");
        problem(operator().get("/v1/mails/seven"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer ",
                "Bearer wrong",
                "Basic test-operator-key",
                "test-operator-key",
                "Bearer test-operator-keyy"
            })
    void nobodyElseIsAnswered(String authorization) {
        var request = authorization.isEmpty() ? given() : given().header("Authorization", authorization);

        problem(request.get("/v1/queue"), 401, "unauthorised");
        problem(request.get("/v1/mails/" + UUID.randomUUID()), 401, "unauthorised");
        problem(request.post("/v1/queue/pause"), 401, "unauthorised");
        operator().get("/v1/queue").then().body("paused", equalTo(false));
    }

    @Test
    void theMetricsNameNobody() {
        try (var requests = new Requests(broker)) {
            var mail = requests.request();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> operator().get("/v1/mails/" + mail).then().body("state", equalTo("sent")));
        }

        assertThat(given().get("/q/metrics").asString())
                .contains("queue_waiting", "queue_oldest_seconds", "outbox_oldest_seconds")
                // Of libraries: dashboards and alerts ask for them by these names.
                .contains(
                        "http_server_requests_seconds_count{",
                        "http_server_requests_seconds_max{",
                        "jvm_memory_max_bytes{")
                .contains(
                        "jvm_gc_pause_seconds_sum{",
                        "jvm_threads_live_threads ",
                        "process_cpu_usage ",
                        "process_uptime_seconds ")
                .contains("kafka_consumer_fetch_manager_records_lag_max{")
                .contains("queue_destination_attempts_total{destination=\"other\"")
                .doesNotContain("mp.example");
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer test-operator-key");
    }

    private static void problem(io.restassured.response.Response response, int status, String name) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://centrallobby.org/problems/" + name));
    }
}
