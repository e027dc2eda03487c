package org.centrallobby.lookup.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is loaded by itself. A release is made of one of each, some of which may be missing. */
enum Part {
    /** The postcodes of Great Britain and of the islands. */
    POSTCODES,
    /** The postcodes of Northern Ireland, whose use needs a licence of its own. */
    NORTHERN_IRELAND,
    /** Which postcodes a boundary runs through. */
    SPLITS,
    /** Who holds the seats. */
    MEMBERS,
    /** What the operator knows better: how seats take letters. */
    CORRECTIONS,
    /** Whether Parliament sits or is dissolved. */
    PARLIAMENT;

    /** As it stands in addresses and answers. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part that the word stands for; empty where it stands for none. */
    static Optional<Part> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    /** What of the sample has no place beside the operator's own: corrections of invented members, for instance. */
    boolean replacesSampleOf(Part other) {
        return switch (this) {
            case POSTCODES -> other == NORTHERN_IRELAND || other == SPLITS;
            case MEMBERS -> other == CORRECTIONS;
            default -> false;
        };
    }
}
