package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A step that a letter has just taken. Fired as a CDI event inside the transaction of the step, so that what an observer
 * writes is committed with it or not at all. Nothing personal is in it.
 *
 * @param from null for a letter that was just written
 * @param fromDetail why it was where it was; null where there is nothing to say
 * @param detail why, in one word; null where there is nothing to say
 * @param confirmedAt null until its writer has confirmed it, or sent it themselves
 * @param site host of the page on which it was written; null where that is not known
 * @param channel how its writer came to the campaign; null where that is not known
 * @param counted whether statistics look at it; not so for a letter that was found to be nobody's
 * @param ownWords how much of it stands in none of the organisation's words, 0 to 100 per cent
 */
public record LetterStepTaken(
        UUID letter,
        UUID campaign,
        UUID organisation,
        Mode mode,
        String constituency,
        int member,
        @Nullable LetterState from,
        @Nullable String fromDetail,
        LetterState to,
        @Nullable String detail,
        Instant at,
        Instant writtenAt,
        @Nullable Instant confirmedAt,
        @Nullable String site,
        @Nullable String channel,
        int ownWords,
        boolean counted) {
    static LetterStepTaken of(
            Letter letter, @Nullable LetterState from, @Nullable String fromDetail, @Nullable String detail) {
        return new LetterStepTaken(
                letter.id(),
                letter.campaign(),
                letter.organisation(),
                letter.mode(),
                letter.constituency(),
                letter.member(),
                from,
                fromDetail,
                letter.state(),
                detail,
                letter.stateSince(),
                letter.writtenAt(),
                letter.confirmedAt(),
                letter.site(),
                letter.channel(),
                letter.ownWords(),
                letter.invalidatedAt() == null);
    }

    /** By what it is known that its writer has sent it from their own mailbox, said or copy; null for another letter. */
    public @Nullable String ownMailbox() {
        return SentMark.of(to, detail);
    }

    /** The same of before the step. */
    public @Nullable String ownMailboxBefore() {
        return from == null ? null : SentMark.of(from, fromDetail);
    }
}
