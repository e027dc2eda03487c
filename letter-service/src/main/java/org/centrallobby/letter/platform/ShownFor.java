package org.centrallobby.letter.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A public figure that is the same for a moment. A broadcast asks for the same figure hundreds of times a second: when the moment is
 * over one of those who ask works it out anew, and the others are shown the last one meanwhile. Nobody waits for somebody else: who
 * works it out needs a connection to the database, and those who waited would have them all.
 *
 * @param <K> whose figure it is
 */
public final class ShownFor<K, V> {
    /** Far more than are asked for within a moment. */
    private static final int MOST = 1_000;
    /** A figure that nobody has asked for since so many moments is shown to nobody. */
    private static final int OLDEST = 10;

    private final Duration moment;
    private final Cache<K, Figure<V>> shown;

    public ShownFor(StatisticsConfig config) {
        moment = config.shownFor();
        shown = Caffeine.newBuilder()
                .expireAfterWrite(moment.multipliedBy(OLDEST))
                .maximumSize(MOST)
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

    public V of(K whose, Supplier<V> workedOut) {
        var last = shown.getIfPresent(whose);
        if (last == null) {
            return renew(whose, workedOut);
        }
        if (!last.isOlderThan(moment) || last.renewed().getAndSet(true)) {
            return last.value();
        }
        try {
            return renew(whose, workedOut);
        } finally {
            // If it failed, whoever asks next tries.
            last.renewed().set(false);
        }
    }

    private V renew(K whose, Supplier<V> workedOut) {
        var figure = new Figure<>(workedOut.get());
        shown.put(whose, figure);
        return figure.value();
    }
}
