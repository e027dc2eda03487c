package org.centrallobby.e2e.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP with somebody who may not answer. */
final class Web {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** No shorter than what the services wait for one another: who gives up earlier never hears their answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private Web() {}

    /**
     * What came back.
     *
     * @param status 0 where nothing did
     */
    record Answer(int status, JsonNode body) {
        static final Answer NONE = new Answer(0, JSON.createObjectNode());

        /** Whether the same request may be answered otherwise in a moment. */
        boolean isForNow() {
            return status == 0
                    || status >= 500
                    || status == 429
                    || body.path("type").asText().endsWith("request-in-progress");
        }

        /** The last part of the problem's type; the status where there is none. */
        String problem() {
            var type = body.path("type").asText();
            return type.isEmpty() ? Integer.toString(status) : type.substring(type.lastIndexOf('/') + 1);
        }
    }

    static Answer get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    static Answer get(String url, String key) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key)
                .GET());
    }

    static Answer post(String url, @Nullable JsonNode body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        return send(request);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.contains("json") ? JSON.readTree(response.body()) : JSON.createObjectNode());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is called JSON and is none", e);
        } catch (IOException e) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }
}
