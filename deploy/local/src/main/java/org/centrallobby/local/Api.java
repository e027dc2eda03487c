package org.centrallobby.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Speaks JSON with one of the services, as any client of its API would. */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final @Nullable String key;

    private Api(String base, @Nullable String key) {
        this.base = base;
        this.key = key;
    }

    /** Without a key. */
    static Api open(String base) {
        return new Api(base, null);
    }

    static Api withKey(String base, String key) {
        return new Api(base, key);
    }

    JsonNode get(String path) {
        return expectSuccess("GET " + path, exchange("GET", path, null));
    }

    JsonNode post(String path, @Nullable Object body) {
        return expectSuccess("POST " + path, exchange("POST", path, body));
    }

    /** The answer, whatever its status. */
    Answer exchange(String method, String path, @Nullable Object body) {
        try {
            var publisher = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(15))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(method, publisher);
            if (key != null) {
                request.header("Authorization", "Bearer " + key);
            }
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parsed(response.body()));
        } catch (IOException e) {
            return new Answer(0, JSON.createObjectNode().put("detail", "no answer: " + e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("detail", body);
        }
    }

    private static JsonNode expectSuccess(String what, Answer answer) {
        if (!answer.isSuccess()) {
            throw new Refused("%s was answered %d: %s".formatted(what, answer.status(), answer.body()));
        }
        return answer.body();
    }

    /** @param status 0 where there was no answer at all */
    record Answer(int status, JsonNode body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** The service did not do what it was asked. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }
}
