package org.centrallobby.letter.statistics;

import java.util.Locale;

/** By what letters are told apart when they are counted, and what names a part. */
enum Dimension {
    /** The campaign as a whole; the key is empty. */
    ALL,
    /** A GSS code, such as {@code E14001167}. */
    CONSTITUENCY,
    /** A member's number with Parliament. */
    MEMBER,
    /** An hour in UTC, such as {@code 2026-11-24T17}. */
    HOUR,
    /** A host; empty where it is not known. */
    SITE,
    /** How the writer came, such as {@code whatsapp}; empty where it is not known. */
    CHANNEL,
    /** The share of own words in per cent, rounded up to the next ten: 0, 10, ... 100. Confirmed letters only. */
    OWN_WORDS,
    /** Within how many minutes it was confirmed: 1, 2, 5, 10, 30, 60, 360, 1440, 4320 or 10080. */
    MINUTES;

    /** Its name in the database. */
    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Dimension ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
