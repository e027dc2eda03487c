package org.centrallobby.mail.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.centrallobby.mail.Requests;
import org.centrallobby.testbed.Broker;

/** A letter that was sent, and what its tests do to it. */
final class Scene {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String KEY = "Bearer test-operator-key";

    private Scene() {}

    /** The address of the writer of a mail. */
    static String writer(UUID mail) {
        return "writer-" + mail + "@constituent.example";
    }

    /** A letter that the relay has taken. */
    static UUID sentLetter(Broker broker) {
        return sent(broker, "letter");
    }

    static UUID sent(Broker broker, String kind) {
        UUID mail;
        try (var requests = new Requests(broker)) {
            var id = Requests.id();
            requests.send(id.toString(), "org.centrallobby.mail.requested.v1", Requests.letter(id, request -> {
                request.put("kind", kind);
                request.withObject("/replyTo").put("address", writer(id));
            }));
            mail = id;
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().header("Authorization", KEY)
                        .get("/v1/mails/" + mail)
                        .then()
                        .body("state", equalTo("sent")));
        return mail;
    }

    static Response bounce(byte[] message) {
        return given().header("Authorization", KEY)
                .contentType("message/rfc822")
                .body(message)
                .post("/v1/bounces");
    }

    static String state(UUID mail) {
        return given().header("Authorization", KEY).get("/v1/mails/" + mail).path("state");
    }

    /** What is held back from a mailbox. */
    static Response suppressions(String address) {
        var answer = given().header("Authorization", KEY)
                .contentType("application/json")
                .body("{\"address\": \"%s\"}".formatted(address))
                .post("/v1/suppressions/lookup");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
