package org.centrallobby.lookup.parliament;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as Parliament writes them: {@code 2024-07-04T00:00:00}. */
final class Day {
    private static final int LENGTH = 10;

    private Day() {}

    /** @throws ParliamentFailure if the text is no day */
    static @Nullable LocalDate of(String label, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() < LENGTH ? text : text.substring(0, LENGTH));
        } catch (DateTimeException e) {
            throw new ParliamentFailure(label, "a date is not YYYY-MM-DD");
        }
    }

    /** Whether something that ends on that day has ended. */
    static boolean over(@Nullable LocalDate end, LocalDate today) {
        return end != null && !end.isAfter(today);
    }
}
