package org.centrallobby.letter.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.organisation.TestOrganisation;

/** A webhook that a test has set up through the API. */
record TestWebhook(TestOrganisation organisation, String id, String secret) {
    static TestWebhook at(TestOrganisation organisation, String url, String... events) {
        var answer = organisation
                .asProgram()
                .body(Map.of("url", url, "events", List.of(events)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new TestWebhook(organisation, answer.getString("id"), answer.getString("secret"));
    }

    String path() {
        return "/v1/webhooks/" + id;
    }

    /** Asks for a test event; its delivery's id. */
    String test() {
        return String.valueOf(post("/test").get("id"));
    }

    Map<String, Object> post(String step) {
        return organisation
                .asProgram()
                .post(path() + step)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300))
                .extract()
                .path("");
    }

    Map<String, Object> shown() {
        return organisation
                .asProgram()
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    Map<String, Object> delivery(String delivery) {
        return new HashMap<>(organisation
                .asProgram()
                .get(path() + "/deliveries/" + delivery)
                .then()
                .statusCode(200)
                .extract()
                .path(""));
    }

    /** The outcomes of a delivery's attempts, in their order. */
    List<Object> outcomes(String delivery) {
        return organisation
                .asProgram()
                .get(path() + "/deliveries/" + delivery)
                .jsonPath()
                .getList("attempts.outcome");
    }
}
