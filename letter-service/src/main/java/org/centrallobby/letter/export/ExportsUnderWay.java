package org.centrallobby.letter.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** Keeps exports from taking all of this process's workers, and one organisation from taking all exports. */
@ApplicationScoped
class ExportsUnderWay {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final ExportConfig config;
    private final Map<UUID, Integer> running = new HashMap<>();

    ExportsUnderWay(ExportConfig config) {
        this.config = config;
    }

    /** One export's room, until it is closed. */
    interface Room extends AutoCloseable {
        @Override
        void close();
    }

    synchronized Room enter(UUID organisation) {
        var own = running.getOrDefault(organisation, 0);
        if (own >= config.atOnceOfOne()) {
            throw new Failure(
                    ProblemType.TOO_MANY_EXPORTS,
                    "Your organisation has %d exports under way. Wait until one has ended.".formatted(own),
                    TRY_AGAIN);
        }
        if (running.values().stream().mapToInt(Integer::intValue).sum() >= config.atOnce()) {
            throw new Failure(
                    ProblemType.TOO_MANY_EXPORTS, "Many exports are under way. Ask again in a while.", TRY_AGAIN);
        }
        running.put(organisation, own + 1);
        return () -> leave(organisation);
    }

    private synchronized void leave(UUID organisation) {
        running.computeIfPresent(organisation, (id, own) -> own == 1 ? null : own - 1);
    }
}
