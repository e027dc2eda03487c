package org.centrallobby.mail.pacing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.centrallobby.mail.pacing.Ceiling.Distance;
import org.centrallobby.mail.pacing.Paces.Pace;
import org.jspecify.annotations.Nullable;

/** What the ceilings of one scope let through within one transaction: read as it is needed, written once at its end. */
class Allowance {
    private final Paces paces;
    private final PaceScope scope;
    private final Instant now;
    private final BiFunction<String, Pace, @Nullable Ceiling> ceiling;
    private final Distance distance;
    private final Map<String, Pace> known = new HashMap<>();
    private final Map<String, Integer> went = new HashMap<>();
    private final Map<String, Drawn> dues = new HashMap<>();

    /**
     * @param ceiling what holds for a key; null for no limit
     * @param distance how far off the next is
     */
    Allowance(
            Paces paces,
            PaceScope scope,
            Instant now,
            BiFunction<String, Pace, @Nullable Ceiling> ceiling,
            Distance distance) {
        this.paces = paces;
        this.scope = scope;
        this.now = now;
        this.ceiling = ceiling;
        this.distance = distance;
    }

    /** Reads what is kept of these keys and is not known yet. */
    void load(Collection<String> keys) {
        var missing =
                keys.stream().filter(key -> !known.containsKey(key)).distinct().toList();
        if (!missing.isEmpty()) {
            var kept = paces.of(scope, missing);
            missing.forEach(key -> known.put(key, kept.getOrDefault(key, Pace.NEW)));
        }
    }

    /** Lets so many go, at most that many. Those that do not go after all are given back. */
    int reserve(String key, int most) {
        var pace = pace(key);
        var limit = ceiling.apply(key, pace);
        if (limit == null) {
            return most;
        }
        var reserved = went.getOrDefault(key, 0);
        var room = Math.clamp(limit.room(pace.due(), now, reserved + most) - reserved, 0, most);
        went.merge(key, room, Integer::sum);
        return room;
    }

    void giveBack(String key, int mails) {
        went.computeIfPresent(key, (same, reserved) -> reserved - mails);
    }

    /** From when on another may go, after those that went; the beginning of time where nothing holds it. */
    Instant opensAt(String key) {
        var pace = pace(key);
        var limit = ceiling.apply(key, pace);
        return limit == null ? Instant.MIN : limit.opensAt(due(key, limit));
    }

    void write() {
        var due = new HashMap<String, Instant>();
        went.forEach((key, mails) -> {
            var limit = ceiling.apply(key, pace(key));
            if (limit != null && mails > 0) {
                due.put(key, due(key, limit));
            }
        });
        paces.put(scope, due);
    }

    private Instant due(String key, Ceiling limit) {
        var mails = went.getOrDefault(key, 0);
        var before = pace(key).due();
        if (mails == 0) {
            return before;
        }
        // Drawn once for so many: the moment that is told is the one that is written.
        var drawn = dues.get(key);
        if (drawn == null || drawn.mails() != mails) {
            drawn = new Drawn(mails, limit.after(before, now, mails, distance));
            dues.put(key, drawn);
        }
        return drawn.due();
    }

    /** The theoretical arrival time once so many went. */
    private record Drawn(int mails, Instant due) {}

    private Pace pace(String key) {
        return known.getOrDefault(key, Pace.NEW);
    }
}
