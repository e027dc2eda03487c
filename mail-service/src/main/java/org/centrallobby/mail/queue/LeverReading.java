package org.centrallobby.mail.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.ProblemType;
import org.centrallobby.mail.web.RequestJson;
import org.jspecify.annotations.Nullable;

/** Reads levers by hand: whoever stops everything in a hurry sends no body, and whatever Content-Type their tool adds. */
@ApplicationScoped
class LeverReading {
    private final RequestJson json;

    LeverReading(RequestJson json) {
        this.json = json;
    }

    /** @throws Failure if the body is none */
    Lever lever(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return Lever.EVERYTHING;
        }
        try {
            var lever = json.read(body, Lever.class);
            return lever == null || (lever.scope() == null && lever.key() == null) ? Lever.EVERYTHING : lever;
        } catch (JsonProcessingException e) {
            throw new Failure(
                    ProblemType.BAD_REQUEST,
                    "The body is not JSON such as {\"scope\": \"campaign\", \"key\": \"...\"}; without one everything is meant.");
        }
    }
}
