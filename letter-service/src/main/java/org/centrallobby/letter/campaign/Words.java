package org.centrallobby.letter.campaign;

import org.jspecify.annotations.Nullable;

/** The forms that a campaign's texts have. */
final class Words {
    /** No control characters and none of the separators that Unicode has beside them: titles stand in the heads of mails. */
    static final String ONE_LINE = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*";

    static final String LINES = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*+(?:[\\r\\n\\t][^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*+)*+";
    static final String LINES_WANTED = "Take out the invisible control character.";
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
