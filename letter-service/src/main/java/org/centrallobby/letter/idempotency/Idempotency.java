package org.centrallobby.letter.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request that carries an {@code Idempotency-Key} take effect once, however often it arrives. The reply is kept in
 * the transaction of the effect: either both are there or neither. What fails is not kept, so that it can be tried again.
 */
@ApplicationScoped
public class Idempotency {
    private final IdempotentReplies replies;
    private final IdempotencyConfig config;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final InstantSource clock;

    Idempotency(
            IdempotentReplies replies,
            IdempotencyConfig config,
            ObjectMapper json,
            HttpHeaders headers,
            UriInfo uri,
            InstantSource clock) {
        this.replies = replies;
        this.config = config;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
        this.clock = clock;
    }

    /**
     * Answers the current request: with the effect's reply the first time, with the same bytes when the request comes again
     * within 24 hours. Without the header the effect simply takes place.
     *
     * @param request the body as the resource took it; another body under the same key is refused
     * @param effect runs in the transaction that keeps its reply; a failure it throws undoes both
     */
    @Transactional
    public Response once(Object request, Supplier<Reply> effect) {
        var seal = seal();
        if (seal == null) {
            return stored(effect.get()).response().build();
        }
        if (!replies.lock(seal.scope())) {
            throw new Failure(
                    ProblemType.REQUEST_IN_PROGRESS,
                    "A request with this Idempotency-Key is being worked on. Ask again in a moment.",
                    Duration.ofSeconds(1));
        }
        return earlier(seal, request).orElseGet(() -> first(seal, seal.fingerprint(bytes(request)), effect));
    }

    /**
     * The reply that this request was given before, for callers whose checks ask more than the request: a repetition gets
     * its answer even where a new request would be refused by now. Empty for a request that is new, or without the header.
     */
    public Optional<Response> again(Object request) {
        var seal = seal();
        return seal == null ? Optional.empty() : earlier(seal, request);
    }

    private @Nullable ReplySeal seal() {
        var header = headers.getHeaderString(IdempotencyKey.HEADER);
        if (header == null) {
            return null;
        }
        var credential = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return new ReplySeal(credential == null ? "" : credential, uri.getPath(), IdempotencyKey.parse(header));
    }

    private Optional<Response> earlier(ReplySeal seal, Object request) {
        var earlier = replies.findById(seal.scope());
        if (earlier == null || earlier.isExpired(clock.instant())) {
            return Optional.empty();
        }
        if (!earlier.isAnswerTo(seal.fingerprint(bytes(request)))) {
            throw new Failure(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used with another body. Use a new key for a new request.");
        }
        return Optional.of(read(seal.open(earlier.sealed()))
                .response()
                .header("Idempotency-Replayed", "true")
                .build());
    }

    private Response first(ReplySeal seal, byte[] fingerprint, Supplier<Reply> effect) {
        var reply = stored(effect.get());
        var expiresAt = clock.instant().plus(config.keep());
        replies.keep(new IdempotentReply(seal.scope(), fingerprint, seal.seal(bytes(reply)), expiresAt));
        return reply.response().build();
    }

    /** The reply with its body as the JSON text that was sent, so that its repetition is the same to the byte. */
    private record StoredReply(
            int status,
            Map<String, String> headers,
            @Nullable String body) {
        Response.ResponseBuilder response() {
            var response = Response.status(status);
            headers.forEach(response::header);
            return body == null
                    ? response
                    : response.type(MediaType.APPLICATION_JSON).entity(body);
        }
    }

    private StoredReply stored(Reply reply) {
        return new StoredReply(reply.status(), reply.headers(), reply.body() == null ? null : text(reply.body()));
    }

    private StoredReply read(byte[] reply) {
        try {
            return json.readValue(reply, StoredReply.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
