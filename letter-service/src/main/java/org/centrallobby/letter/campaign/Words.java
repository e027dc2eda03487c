package org.centrallobby.letter.campaign;

import org.jspecify.annotations.Nullable;

/** The forms that a campaign's texts have. */
final class Words {
    static final String ONE_LINE = "[^\\p{Cntrl}]*";
    static final String SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
    static final String SLUG_WANTED =
            "Use lower-case letters, digits and single hyphens between them, for instance procurement-bill.";

    private Words() {}

    /** With line ends as everywhere here and no space around; empty for null. */
    static String tidy(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : tidy(text);
    }
}
