package org.centrallobby.letter.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request that creates or sends is answered with, kept for its repetition.
 *
 * @param headers beside the content type, for instance {@code Location} and {@code ETag}
 * @param body becomes JSON; null for none
 */
public record Reply(
        int status, Map<String, String> headers, @Nullable Object body) {
    /** 201 with the address of what was created. */
    public static Reply created(String location, Object body) {
        return new Reply(201, Map.of("Location", location), body);
    }

    /** 202: taken, and not done yet. */
    public static Reply accepted(Object body) {
        return new Reply(202, Map.of(), body);
    }

    /** The body may be somebody's. */
    @Override
    public String toString() {
        return "Reply[status=%d]".formatted(status);
    }
}
