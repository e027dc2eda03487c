package org.centrallobby.mail.pacing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.sql.Database;
import org.jboss.logging.Logger;

/**
 * Slows down for a destination that asks for it. Where many of its latest answers say "slower", it is sent half of
 * what it was sent, and half again if that does not help; when it is content the rate doubles until the brake is off.
 */
@ApplicationScoped
public class Brake {
    private static final Logger LOG = Logger.getLogger(Brake.class);
    /** A destination that is sent little is judged by what it said in that time. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    /** More destinations than that are not judged in one go: whoever is left out is judged by the next answers. */
    private static final int MOST = 10_000;
    /** Mails an hour beyond which a brake means nothing any more. */
    private static final double OFF = 1_000_000;

    private final Database database;
    private final PacingConfig config;
    private final Map<String, Answers> answers = new HashMap<>();

    Brake(Database database, PacingConfig config) {
        this.database = database;
        this.config = config;
    }

    private record Answers(int all, int slower, long since) {
        Answers with(boolean slow) {
            return new Answers(all + 1, slower + (slow ? 1 : 0), since);
        }

        double share() {
            return (double) slower / all;
        }

        Duration over() {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        /** Mails an hour. */
        double rate() {
            return all * 3600.0 / Math.max(10, over().toSeconds());
        }
    }

    /** Takes note of what was answered to a mail. */
    public synchronized void note(String destination, Delivery delivery) {
        if (delivery.reply().code() != null && (answers.size() < MOST || answers.containsKey(destination))) {
            var before = answers.getOrDefault(destination, new Answers(0, 0, System.nanoTime()));
            answers.put(destination, before.with(delivery.asksForLess()));
        }
    }

    /** Those that have said enough, or for which was waited long enough; the others are heard on. In one order for all replicas. */
    private synchronized SortedMap<String, Answers> gathered() {
        var gathered = new TreeMap<String, Answers>();
        answers.forEach((destination, heard) -> {
            if (heard.all() >= config.brakeAfter() || heard.over().compareTo(LONG_ENOUGH) > 0) {
                gathered.put(destination, heard);
            }
        });
        answers.keySet().removeAll(gathered.keySet());
        return gathered;
    }

    /** Each destination by itself: no row is held while another is waited for. */
    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void judge() {
        gathered().forEach((destination, heard) -> {
            if (heard.all() >= config.brakeAfter() && heard.share() >= config.brakeShare()) {
                tighten(destination, heard);
            } else if (heard.share() < config.brakeShare() / 3) {
                release(destination);
            }
        });
    }

    private void tighten(String destination, Answers heard) {
        var changed = database.change(
                """
                insert into pace (scope, key, braked_to, changed_at) values ('destination', ?, ?, now())
                on conflict (scope, key) do update
                   set braked_to = greatest(?, least(excluded.braked_to, coalesce(pace.braked_to, excluded.braked_to) / 2)),
                       changed_at = now()
                 where pace.braked_to is null or pace.changed_at < now() - interval '9 seconds'""", destination, Math.max(config.brakeFloor(), heard.rate() / 2), (double) config.brakeFloor());
        if (changed > 0) {
            LOG.warn("A destination asks for less mail: it is sent half as much for now");
        }
    }

    private void release(String destination) {
        database.change("""
                update pace set braked_to = case when braked_to * 2 < ? then braked_to * 2 end, changed_at = now()
                 where scope = 'destination' and key = ? and braked_to is not null
                   and changed_at < now() - interval '9 seconds'""", OFF, destination);
    }
}
