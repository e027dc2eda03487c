package org.centrallobby.mail.pacing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.centrallobby.mail.pacing.Turnstile.Opening;

/** Shares mails among relays by their weights, none above its ceiling or its room. */
final class RelayShares {
    private final List<Opening> openings;
    private final Map<String, Integer> rooms = new HashMap<>();
    private final Allowance allowance;

    private RelayShares(List<Opening> openings, Allowance allowance) {
        this.openings = openings;
        this.allowance = allowance;
        allowance.load(openings.stream().map(Opening::relay).toList());
        openings.forEach(opening -> rooms.put(opening.relay(), allowance.reserve(opening.relay(), opening.room())));
    }

    static RelayShares of(List<Opening> openings, Ceilings ceilings, Instant now) {
        var hourly = openings.stream().collect(Collectors.toMap(Opening::relay, Opening::hourly));
        return new RelayShares(openings, ceilings.relays(now, hourly));
    }

    /** How many mails all of them together have room for. */
    int room() {
        return rooms.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A relay for each of so many mails, drawn by weight among those that still have room. */
    List<String> take(int mails) {
        var got = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        for (var mail = 0; mail < mails; mail++) {
            var open = openings.stream()
                    .filter(opening -> got.getOrDefault(opening.relay(), 0) < rooms.getOrDefault(opening.relay(), 0))
                    .toList();
            var next = drawn(open);
            got.merge(next, 1, Integer::sum);
            names.add(next);
        }
        rooms.forEach((relay, room) -> allowance.giveBack(relay, room - got.getOrDefault(relay, 0)));
        allowance.write();
        return names;
    }

    private static String drawn(List<Opening> open) {
        var left = ThreadLocalRandom.current()
                .nextInt(open.stream().mapToInt(Opening::weight).sum());
        for (var opening : open) {
            left -= opening.weight();
            if (left < 0) {
                return opening.relay();
            }
        }
        throw new IllegalStateException("More mails were taken than the relays have room for");
    }
}
