package org.centrallobby.letter.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centrallobby.letter.letter.LetterChoice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are nobody's: those of the campaign to which all that is given applies; at least one thing is.
 *
 * @param network the keyed hash of a network, as an alarm names it
 * @param letter the id of a letter: all from the network of this one
 * @param emailDomain what stands behind the @ sign of their writers' addresses, for instance {@code example.org}
 * @param constituency its GSS code
 * @param letters the ids of letters
 * @param writtenAfter written then or later
 * @param writtenBefore written before that time; no later than the request in any case
 * @param dryRun true to be told what it would be about; nothing is done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
        {"emailDomain": "trash.example", "writtenAfter": "2026-11-24T10:00:00Z", "dryRun": true}""")
public record InvalidationFields(
        @Size(min = 1, max = 128, message = "Use a network as an alarm names it.") @Nullable String network,

        @Nullable UUID letter,

        @Pattern(
                regexp = "(?i)([a-z0-9-]{1,63}\\.)+[a-z0-9-]{2,63}",
                message = "Give the domain alone, for instance example.org.")
        @Nullable String emailDomain,

        @Pattern(regexp = "[A-Z][0-9]{8}", message = "Use a constituency's code, for instance E14001167.") @Nullable String constituency,

        @Size(min = 1, max = 1_000, message = "Name 1 to 1,000 letters.") @Nullable List<UUID> letters,

        @Nullable Instant writtenAfter,
        @Nullable Instant writtenBefore,
        @Nullable Boolean dryRun) {

    @AssertTrue(message = "Say which letters: by network, letter, emailDomain, constituency, letters, or a time.") @Schema(hidden = true)
    boolean isAboutSomeLetters() {
        return Stream.of(network, letter, emailDomain, constituency, letters, writtenAfter, writtenBefore)
                .anyMatch(Objects::nonNull);
    }

    /** @param ofNetwork the network that was given, or that of the letter that was given */
    LetterChoice choice(UUID campaign, @Nullable String ofNetwork, Instant now) {
        return new LetterChoice(
                campaign,
                LetterChoice.Purpose.INVALIDATION,
                ofNetwork,
                emailDomain == null ? null : emailDomain.toLowerCase(Locale.ROOT),
                constituency,
                letters,
                writtenAfter,
                writtenBefore == null || writtenBefore.isAfter(now) ? now : writtenBefore);
    }
}
