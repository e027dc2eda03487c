package org.centrallobby.letter.letter;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which letters a list shows: those to which all that is given applies. A {@code @BeanParam @Valid} of the resource's method. */
record LetterFilter(
        @QueryParam("state") @Parameter(description = "Only letters in this state, for instance sent") @Nullable String state,

        @QueryParam("heldFor")
        @Parameter(description = "Only letters that are held for this reason, for instance alike")
        @Pattern(regexp = "[a-z-]{1,40}", message = "Use a reason as letters show it, for instance alike.") @Nullable String heldFor,

        @QueryParam("constituency")
        @Parameter(description = "Only letters to this constituency's MP, by its code")
        @Pattern(regexp = "[A-Z][0-9]{8}", message = "Use a constituency's code, for instance E14001167.") @Nullable String constituency,

        @QueryParam("member")
        @Parameter(description = "Only letters to this MP, by the number that Parliament gives them")
        @Nullable Integer member,

        @QueryParam("site")
        @Parameter(description = "Only letters that were written on pages of this host")
        @Size(max = 253, message = "A host has at most 253 characters.") @Nullable String site,

        @QueryParam("channel")
        @Parameter(description = "Only letters whose writers came this way, for instance whatsapp")
        @Size(max = 32, message = "A channel has at most 32 characters.") @Nullable String channel,

        @QueryParam("writtenAfter")
        @Parameter(description = "Only letters written then or later, for instance 2026-11-24T00:00:00Z")
        @Nullable String writtenAfter,

        @QueryParam("writtenBefore") @Parameter(description = "Only letters written before that time") @Nullable String writtenBefore) {

    @Nullable LetterState inState() {
        return state == null
                ? null
                : LetterState.named(state)
                        .orElseThrow(() -> new Failure(ProblemType.BAD_REQUEST, "There is no such state of a letter."));
    }

    @Nullable Instant since() {
        return time("writtenAfter", writtenAfter);
    }

    @Nullable Instant until() {
        return time("writtenBefore", writtenBefore);
    }

    private static @Nullable Instant time(String parameter, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Failure(
                    ProblemType.BAD_REQUEST,
                    "Give %s as a time with its zone, for instance 2026-11-24T10:00:00Z.".formatted(parameter));
        }
    }
}
