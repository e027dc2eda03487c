package org.centrallobby.letter.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of an export.
 *
 * @param name as the header and the objects call it
 * @param source where it stands in the database
 */
record Column(String name, String source, Kind kind) {
    /** What its values are. */
    enum Kind {
        /** Text of this service's own making: ids, codes. */
        OURS,
        /** Text that somebody typed. */
        TYPED,
        /** One of our constants. */
        CONSTANT,
        /** Written in ISO 8601, in UTC. */
        TIME,
        NUMBER
    }

    /** The value of the current row in the given place, as it is written; null where there is none. */
    @Nullable String read(ResultSet row, int place) throws SQLException {
        return switch (kind) {
            case OURS, TYPED, NUMBER -> row.getString(place);
            case CONSTANT -> constant(row.getString(place));
            case TIME -> time(row.getObject(place, OffsetDateTime.class));
        };
    }

    private static @Nullable String constant(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String time(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant().toString();
    }
}
