package org.centrallobby.mail.suppression;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.FieldError;
import org.centrallobby.mail.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mailbox that shall not be written to. */
@Schema(name = "SuppressionRequest", example = "{\"address\": \"jane@example.org\", \"reason\": \"requested\"}")
record SuppressionRequest(
        @NotNull(message = "Say which address.") String address,

        @Schema(nullable = true, description = "Who shall not write to it; without one nobody on the platform does")
        @Nullable UUID organisation,

        @NotNull(message = "Say why: bounced, complained, unsubscribed or requested.") SuppressionReason reason,

        @Schema(nullable = true, description = "When it ends; without one after the time set for its reason") @Nullable Instant expiresAt) {

    /** An address alone, to look it up: it stands in a body, as it must not in an URL. */
    @Schema(name = "SuppressionLookup", example = "{\"address\": \"jane@example.org\"}")
    record Lookup(@NotNull(message = "Say which address.") String address) {
        @Override
        public String toString() {
            return "Lookup[...]";
        }
    }

    /** Reads the address; a bad one is the caller's to correct. */
    static EmailAddress parse(String address) {
        try {
            return EmailAddress.parse(address.strip());
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "Correct the fields named below.",
                    List.of(new FieldError("#/address", "This is no e-mail address.")));
        }
    }

    @Override
    public String toString() {
        return "SuppressionRequest[%s]".formatted(reason);
    }
}
