package org.centrallobby.mail.queue;

import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.pacing.PauseScope;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.FieldError;
import org.centrallobby.mail.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which part of the queue an operator's lever moves. */
@Schema(name = "Lever", description = "Which part of the queue: without a body everything")
record Lever(
        @Schema(
                enumeration = {"everything", "organisation", "campaign", "destination"},
                examples = {"campaign"})
        @Nullable String scope,

        @Schema(
                nullable = true,
                description =
                        "The id of the organisation or campaign, or the domain of the recipients' addresses; nothing for everything",
                examples = {"01936f00-0000-7000-8000-000000000001"})
        @Nullable String key) {

    static final Lever EVERYTHING = new Lever("everything", null);

    PauseScope pauseScope() {
        for (var known : PauseScope.values()) {
            if (known.word().equals(scope)) {
                return known;
            }
        }
        throw refused("/scope", "One of everything, organisation, campaign and destination");
    }

    /** The key as the database has it. */
    String pauseKey() {
        var given = key == null ? "" : key.strip();
        return switch (pauseScope()) {
            case EVERYTHING -> {
                if (!given.isEmpty()) {
                    throw refused("/key", "Everything has no key: name a scope, or leave the key out");
                }
                yield "";
            }
            case ORGANISATION, CAMPAIGN -> id(given);
            case DESTINATION -> domain(given);
        };
    }

    private static String id(String given) {
        try {
            return UUID.fromString(given).toString();
        } catch (IllegalArgumentException e) {
            throw refused("/key", "The id, a UUID");
        }
    }

    private static String domain(String given) {
        try {
            return EmailAddress.parseDomain(given);
        } catch (IllegalArgumentException e) {
            throw refused("/key", "A domain such as parliament.uk");
        }
    }

    private static Failure refused(String pointer, String detail) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "It is not clear which part of the queue is meant.",
                List.of(new FieldError(pointer, detail)));
    }
}
