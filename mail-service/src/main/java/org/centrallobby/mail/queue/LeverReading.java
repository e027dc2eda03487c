package org.centrallobby.mail.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads levers by hand: whoever stops everything in a hurry sends no body, and whatever Content-Type their tool adds. */
@ApplicationScoped
class LeverReading {
    private final ObjectMapper json;

    LeverReading(ObjectMapper json) {
        this.json = json;
    }

    /** @throws Failure if the body is none */
    Lever lever(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return Lever.EVERYTHING;
        }
        try {
            var lever = json.readValue(body, Lever.class);
            return lever == null || (lever.scope() == null && lever.key() == null) ? Lever.EVERYTHING : lever;
        } catch (JsonProcessingException e) {
            throw new Failure(
                    ProblemType.BAD_REQUEST,
                    "The body is not JSON such as {\"scope\": \"campaign\", \"key\": \"...\"}; without one everything is meant.");
        }
    }
}
