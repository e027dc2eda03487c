package org.centrallobby.letter.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be true of a campaign's letters to be found, as a query puts it. What is not given is not asked. */
class LetterConditions {
    /** The id is made before the letter's time is noted, and a request gives up earlier than this. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("4000-01-01T00:00:00Z");

    private final StringBuilder query = new StringBuilder("campaign = :campaign");
    private final Map<String, Object> values = new HashMap<>();

    LetterConditions(UUID campaign) {
        values.put("campaign", campaign);
    }

    void add(String condition) {
        query.append(" and ").append(condition);
    }

    /** @param value null where nothing is asked */
    void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            add(condition);
            values.put(name, value);
        }
    }

    /** Asks for the ids of that time as well: they begin with it (RFC 9562, version 7), and every index of letters ends with them. */
    void writtenBetween(@Nullable Instant since, @Nullable Instant until) {
        writtenBetween("writtenAt", since, until);
    }

    /** @param column what the query calls the time at which a letter was written */
    void writtenBetween(String column, @Nullable Instant since, @Nullable Instant until) {
        if (since != null) {
            add(column + " >= :since", "since", inRange(since));
            add("id >= :sinceId", "sinceId", idAt(inRange(since).minus(SLACK)));
        }
        if (until != null) {
            add(column + " < :until", "until", inRange(until));
            add("id < :untilId", "untilId", idAt(inRange(until).plus(SLACK)));
        }
    }

    String query() {
        return query.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    /** A time that anybody may have typed, as near as a letter can be written to it. */
    static Instant inRange(Instant time) {
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    }

    /** The smallest id of a millisecond. */
    private static UUID idAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }
}
