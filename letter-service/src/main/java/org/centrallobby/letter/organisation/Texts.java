package org.centrallobby.letter.organisation;

/** The forms that an organisation's values have. */
final class Texts {
    /** No control characters and none of the separators that Unicode has beside them: names stand in the heads of mails. */
    static final String ONE_LINE = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*";

    static final String LINES = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*+(?:[\\r\\n\\t][^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*+)*+";
    static final String EMAIL = "[^\\s@<>,;\"]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";
    static final String DOMAIN = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]";
    static final String WEB_ADDRESS = "https://[^\\s<>\"\\p{C}]+";

    /** Plain http too: whoever still runs a site without TLS decides for it, and the widget gets along there. */
    static final String ORIGIN = "https?://(?:[a-z0-9-]+(?:\\.[a-z0-9-]+)*|\\[::1\\])(?::\\d{1,5})?";

    static final String ORIGIN_WANTED =
            "Write each origin as https://www.example.org, in lower case, without a path or a slash at its end.";

    private Texts() {}
}
