package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.pacing.Lanes;
import org.centrallobby.mail.pacing.PauseScope;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.sql.Database;
import org.jboss.logging.Logger;

/** What an operator does to mails by hand. */
@ApplicationScoped
class Levers {
    /** No more mails are moved at once: the levers are pulled again for the rest. */
    static final int MOST = 10_000;

    private static final Logger LOG = Logger.getLogger(Levers.class);
    private static final Reply CANCELLED = Reply.none("The operator took the mail out of the queue");
    private static final Reply CANCELLED_IN_DOUBT = Reply.none(
            "The operator took the mail out of the queue; it may have arrived: the relay had all of it once and never answered");

    private final Database database;
    private final Lanes lanes;
    private final Endings endings;

    Levers(Database database, Lanes lanes, Endings endings) {
        this.database = database;
        this.lanes = lanes;
        this.endings = endings;
    }

    /** Offers a mail that waits, or is held, as soon as the ceilings let it; false where it does neither. */
    @Transactional
    boolean retry(UUID mail) {
        return moved(database.list("""
                        update mail set state = case when state = 'held' then 'deferred' else state end, next_at = now(),
                                        changed_at = now()
                         where id = ? and state in ('queued', 'deferred', 'uncertain', 'held') and lane is not null and erased_at is null
                           and not recall_asked
                        returning id, lane, next_at""", Released::of, mail)) == 1;
    }

    /** Offers what waits after a failed attempt, as soon as the ceilings let it; returns how many mails that are, at most {@link #MOST}. */
    @Transactional
    int retry(PauseScope scope, String key) {
        var which = condition(scope);
        var count = moved(database.list("""
                with waiting as materialized (
                    select mail.id from mail join lane on lane.id = mail.lane
                     where mail.state in ('queued', 'deferred', 'uncertain') and mail.next_at > now() and %s
                     limit ? for no key update of mail skip locked)
                update mail set next_at = now(), changed_at = now() from waiting where mail.id = waiting.id
                returning mail.id, mail.lane, mail.next_at""".formatted(which), Released::of, key, MOST));
        LOG.warnf("The operator has mails offered again: %d", count);
        return count;
    }

    /** Takes a mail out of the queue for good; false where it is not in the queue, or is being sent at this moment. */
    @Transactional
    boolean cancel(UUID mail) {
        return endings.cancel(mail, CANCELLED, CANCELLED_IN_DOUBT).isPresent();
    }

    /** Takes what waits out of the queue for good; returns how many mails that are, at most {@link #MOST}. */
    @Transactional
    int cancel(PauseScope scope, String key) {
        var count = endings.cancel(condition(scope), key, MOST, CANCELLED, CANCELLED_IN_DOUBT);
        LOG.warnf("The operator took mails out of the queue: %d", count);
        return count;
    }

    private static String condition(PauseScope scope) {
        return switch (scope) {
            case EVERYTHING -> "? = ''";
            case ORGANISATION -> "lane.organisation = cast(? as uuid)";
            case CAMPAIGN -> "lane.campaign = cast(? as uuid)";
            case DESTINATION -> "lane.destination = ?";
        };
    }

    private int moved(List<Released> mails) {
        var ready = new HashMap<Long, Instant>();
        mails.forEach(mail -> ready.put(mail.lane(), mail.nextAt()));
        lanes.ready(ready);
        return mails.size();
    }
}
