package org.centrallobby.letter.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A figure of each campaign that is the same for a moment. A broadcast asks for the same figure hundreds of times a second: when the
 * moment is over one of those who ask works it out anew, and the others are shown the last one meanwhile. Nobody waits for somebody
 * else: who works it out needs a connection to the database, and those who waited would have them all.
 */
final class ShownFor<V> {
    /** Far more than are asked for within a moment. */
    private static final int MOST_CAMPAIGNS = 1_000;
    /** A figure that nobody has asked for since so many moments is shown to nobody. */
    private static final int OLDEST = 10;

    private final Duration moment;
    private final Cache<UUID, Figure<V>> shown;

    ShownFor(StatisticsConfig config) {
        moment = config.shownFor();
        shown = Caffeine.newBuilder()
                .expireAfterWrite(moment.multipliedBy(OLDEST))
                .maximumSize(MOST_CAMPAIGNS)
                .build();
    }

    private record Figure<V>(V value, long workedOutAt, AtomicBoolean renewed) {
        Figure(V value) {
            this(value, System.nanoTime(), new AtomicBoolean());
        }

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - workedOutAt >= age.toNanos();
        }
    }

    V of(UUID campaign, Supplier<V> workedOut) {
        var last = shown.getIfPresent(campaign);
        if (last == null) {
            return renew(campaign, workedOut);
        }
        if (!last.isOlderThan(moment) || last.renewed().getAndSet(true)) {
            return last.value();
        }
        try {
            return renew(campaign, workedOut);
        } finally {
            // If it failed, whoever asks next tries.
            last.renewed().set(false);
        }
    }

    private V renew(UUID campaign, Supplier<V> workedOut) {
        var figure = new Figure<>(workedOut.get());
        shown.put(campaign, figure);
        return figure.value();
    }
}
