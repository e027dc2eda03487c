package org.centrallobby.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A mail service's queue, as its operator sees it. */
final class MailQueue {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(3);
    private static final Set<String> WAITING = Set.of("queued", "deferred", "sending", "uncertain");

    private final Service service;

    MailQueue(Service service) {
        this.service = service;
    }

    /** How many mails are in it, whatever became of them. */
    long all() {
        return StreamSupport.stream(states().spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    /** How many of them nothing final has become of. */
    long waiting() {
        return states().properties().stream()
                .filter(state -> WAITING.contains(state.getKey()))
                .map(Map.Entry::getValue)
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    /** Stops sending; what is asked for is still taken. Returns when every replica has seen it. */
    void pause() {
        post("/v1/queue/pause");
        MailStage.pause(SEEN_WITHIN);
    }

    void resume() {
        post("/v1/queue/resume");
    }

    /** One mail with its attempts; a missing node where the service knows none of that id. */
    JsonNode mail(UUID id) {
        var answer = service.send(
                service.request("/v1/mails/" + id).header("Authorization", "Bearer " + Surroundings.OPERATOR_KEY));
        return answer.statusCode() == 200 ? read(answer.body()) : JSON.missingNode();
    }

    private JsonNode states() {
        var answer = service.send(service.request("/v1/queue?finished=true")
                .header("Authorization", "Bearer " + Surroundings.OPERATOR_KEY));
        if (answer.statusCode() != 200) {
            throw new CannotMeasure("/v1/queue answers %d".formatted(answer.statusCode()));
        }
        return read(answer.body()).path("mails");
    }

    private void post(String path) {
        var answer = service.send(service.request(path)
                .header("Authorization", "Bearer " + Surroundings.OPERATOR_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() / 100 != 2) {
            throw new CannotMeasure("%s answers %d".formatted(path, answer.statusCode()));
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
