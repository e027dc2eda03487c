package org.centrallobby.mail.pacing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.sql.Database;
import org.jboss.logging.Logger;

/**
 * Slows down for a destination that asks for it. Where many of its answers within ten seconds say "slower", it is sent half of
 * what it was sent, and half again if that does not help; when it is content the rate doubles until the brake is off.
 */
@ApplicationScoped
public class Brake {
    private static final Logger LOG = Logger.getLogger(Brake.class);
    /** Answers are gathered for a 360th part of an hour. */
    private static final int PARTS = 360;
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

    private record Answers(int all, int slower) {
        Answers with(boolean slow) {
            return new Answers(all + 1, slower + (slow ? 1 : 0));
        }
    }

    /** Takes note of what was answered to a mail. */
    public synchronized void note(String destination, Delivery delivery) {
        if (delivery.reply().code() != null && (answers.size() < MOST || answers.containsKey(destination))) {
            var before = answers.getOrDefault(destination, new Answers(0, 0));
            answers.put(destination, before.with(delivery.asksForLess()));
        }
    }

    private synchronized Map<String, Answers> gathered() {
        var gathered = Map.copyOf(answers);
        answers.clear();
        return gathered;
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    void judge() {
        gathered().forEach((destination, heard) -> {
            var share = (double) heard.slower() / heard.all();
            if (heard.all() >= config.brakeAfter() && share >= config.brakeShare()) {
                tighten(destination, heard);
            } else if (share < config.brakeShare() / 3) {
                release(destination);
            }
        });
    }

    private void tighten(String destination, Answers heard) {
        var changed =
                database.change("""
                insert into pace (scope, key, braked_to, changed_at) values ('destination', ?, ?, now())
                on conflict (scope, key) do update
                   set braked_to = greatest(?, least(excluded.braked_to, coalesce(pace.braked_to, excluded.braked_to) / 2)),
                       changed_at = now()
                 where pace.braked_to is null or pace.changed_at < now() - interval '9 seconds'""", destination, Math.max(config.brakeFloor(), heard.all() * PARTS / 2.0), (double)
                        config.brakeFloor());
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
