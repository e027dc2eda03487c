package org.centrallobby.letter.consuming;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
    /**
     * SQLSTATE classes that tell of the data, not of the database: no wait mends them. A statement that does not fit the schema
     * (42) is none of them. The record is not to blame: another version of the service has migrated meanwhile, and one that fits
     * will take it.
     */
    private static final Set<String> HOPELESS = Set.of("22", "23");

    private volatile boolean stopping;

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Does the work in however many tries it takes; throws what no further try would change.
     *
     * @return what ends when the record may be acknowledged. Where the service stops before the work is done it never does:
     *     what the work needs goes away piece by piece then, so that no failure tells anything of the record, and the record,
     *     neither taken nor refused, comes again to whoever reads next
     */
    public Uni<Void> untilDone(Runnable work) {
        var pause = FIRST_PAUSE;
        while (!stopping) {
            try {
                work.run();
                return Uni.createFrom().voidItem();
            } catch (RuntimeException e) {
                if (stopping) {
                    break;
                }
                if (!mayPass(e)) {
                    throw e;
                }
                if (pause.equals(FIRST_PAUSE)) {
                    LOG.warn("A record waits until the database is back", e);
                }
                if (!slept(pause)) {
                    break;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        return Uni.createFrom().nothing();
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

    /** False where the thread is interrupted meanwhile: the service stops. */
    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
