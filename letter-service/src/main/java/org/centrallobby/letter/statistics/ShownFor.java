package org.centrallobby.letter.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A figure of each campaign that is the same for a moment: whoever asks meanwhile is shown it, and one at a time works it out. A
 * broadcast asks for the same figure hundreds of times a second.
 */
final class ShownFor<V> {
    /** Far more than are asked for within a moment. */
    private static final int MOST_CAMPAIGNS = 1_000;

    private final Cache<UUID, V> shown;

    ShownFor(StatisticsConfig config) {
        shown = Caffeine.newBuilder()
                .expireAfterWrite(config.shownFor())
                .maximumSize(MOST_CAMPAIGNS)
                .build();
    }

    V of(UUID campaign, Supplier<V> workedOut) {
        return shown.get(campaign, id -> workedOut.get());
    }
}
