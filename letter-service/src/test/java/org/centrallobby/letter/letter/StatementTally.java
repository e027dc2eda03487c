package org.centrallobby.letter.letter;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts the statements that requests with a header of this name cause, by its value. */
final class StatementTally {
    static final String HEADER = "X-Tally";

    private static final ConcurrentHashMap<String, AtomicInteger> TALLIES = new ConcurrentHashMap<>();

    private StatementTally() {}

    /** To be called before each statement. */
    static void beforeStatement() {
        var tally = current();
        if (tally != null) {
            TALLIES.computeIfAbsent(tally, name -> new AtomicInteger()).incrementAndGet();
        }
    }

    static int of(String tally) {
        var count = TALLIES.get(tally);
        return count == null ? 0 : count.get();
    }

    private static @Nullable String current() {
        if (Arc.container() == null || !Arc.container().requestContext().isActive()) {
            return null;
        }
        var route = Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return route == null ? null : route.request().getHeader(HEADER);
    }
}
