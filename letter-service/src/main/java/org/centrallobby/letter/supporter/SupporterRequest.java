package org.centrallobby.letter.supporter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request is about.
 *
 * @param email any spelling that reaches the mailbox
 * @param name of the one who is meant, where several read the mailbox; null for all of them
 */
@Schema(example = "{\"email\": \"ann@constituent.example\", \"name\": \"Ann Writer\"}")
record SupporterRequest(
        @NotNull(message = "Enter an email address, for instance name@example.org.") String email,

        @Size(max = 100, message = "Keep the name to 100 characters.") @Nullable String name) {
    EmailAddress address() {
        return EmailAddress.parse(email)
                .orElseThrow(() -> new Failure(
                        ProblemType.INVALID_REQUEST,
                        "That is not an email address.",
                        List.of(new FieldError("#/email", "Enter an email address, for instance name@example.org."))));
    }

    /** Null for all who read the mailbox. */
    @Nullable String wantedName() {
        return name == null || name.isBlank() ? null : name;
    }

    @Override
    public String toString() {
        return "SupporterRequest[***]";
    }
}
