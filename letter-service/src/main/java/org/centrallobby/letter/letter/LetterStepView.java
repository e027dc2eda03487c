package org.centrallobby.letter.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a letter.
 *
 * @param detail why, where there is something to say: a reply code, or what it waits for
 */
public record LetterStepView(
        LetterState state, Instant at, @Nullable String detail) {
    /** Whether the letter was given up then and may have arrived all the same. */
    public boolean leavesDoubt() {
        return LetterReports.IN_DOUBT.equals(detail);
    }

    static LetterStepView of(HistoryEntry entry) {
        return new LetterStepView(entry.state(), entry.at(), entry.detail());
    }
}
