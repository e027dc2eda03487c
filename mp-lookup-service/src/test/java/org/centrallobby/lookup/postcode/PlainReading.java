package org.centrallobby.lookup.postcode;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a typed text spells as it stands, worked out in the plainest way. */
final class PlainReading {
    private PlainReading() {}

    /** Null if it has not the form of a postcode. */
    static @Nullable Postcode of(String typed) {
        var compact = typed.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return Postcode.ofCompact(compact).orElse(null);
    }
}
