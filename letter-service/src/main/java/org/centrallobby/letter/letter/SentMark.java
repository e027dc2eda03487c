package org.centrallobby.letter.letter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what it is known that a writer has sent a letter from their own mailbox. */
public enum SentMark {
    /** They say so. */
    SAID,
    /** A copy came to the address that was made for this letter. */
    COPY;

    /** As the letter's history tells it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mark of a letter that stands like this; null for one that its writer has not sent themselves. */
    static @Nullable String of(LetterState state, @Nullable String detail) {
        return state == LetterState.SENT_BY_WRITER ? detail : null;
    }
}
