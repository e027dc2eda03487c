package org.centrallobby.letter.consuming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps at a record while the database is away: the record is neither acknowledged nor put aside, and those behind it
 * wait, so that their order holds.
 */
@ApplicationScoped
public class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    /** SQLSTATE classes that tell of the data or the statement, not of the database's health: no wait mends them. */
    private static final Set<String> HOPELESS = Set.of("22", "23", "42");

    /** Does the work in however many tries it takes; throws what no further try would change. */
    public void untilDone(Runnable work) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!mayPass(e)) {
                    throw e;
                }
                if (pause.equals(FIRST_PAUSE)) {
                    LOG.warn("A record waits until the database is back", e);
                }
                sleep(pause, e);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static boolean mayPass(Throwable failure) {
        var chain = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
        var sql = chain.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
        if (sql.isPresent()) {
            var state = sql.get().getSQLState();
            return state == null || state.length() < 2 || !HOPELESS.contains(state.substring(0, 2));
        }
        return chain.stream()
                .anyMatch(cause -> cause instanceof PersistenceException
                        || cause instanceof RollbackException
                        || cause instanceof SystemException);
    }

    private static void sleep(Duration pause, RuntimeException failure) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            // The service stops; the record was not acknowledged and comes again.
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
