package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which letters of a campaign a decision is about: those to which everything applies that is not null.
 *
 * @param purpose what shall become of them: it leaves out those of which it has become already
 * @param network the keyed hash of the network that they came from
 * @param emailDomain what stands behind the @ sign of their writers' addresses, in lower case
 * @param constituency its GSS code
 * @param letters their ids
 * @param writtenAfter then or later
 * @param writtenBefore the decision is about no letter that is written later than it
 */
public record LetterChoice(
        UUID campaign,
        Purpose purpose,
        @Nullable String network,
        @Nullable String emailDomain,
        @Nullable String constituency,
        @Nullable List<UUID> letters,
        @Nullable Instant writtenAfter,
        Instant writtenBefore) {
    public LetterChoice {
        writtenAfter = writtenAfter == null ? null : LetterConditions.inRange(writtenAfter);
        writtenBefore = LetterConditions.inRange(writtenBefore);
    }

    /** What shall become of the letters. */
    public enum Purpose {
        /** Confirmed by then and not sent yet: they are taken back. */
        RECALL,
        /** Whatever their state: they are nobody's. */
        INVALIDATION
    }
}
