package org.centrallobby.letter.letter;

import java.util.Locale;

/** Who wants a letter back. */
public enum RecallReason {
    BY_ORGANISATION,
    BY_WRITER,
    /** It was found to be nobody's. */
    INVALIDATED;

    /** As the letter's history tells it: {@code by-writer}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
