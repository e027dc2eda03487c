package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.centrallobby.mail.pacing.Lanes;
import org.centrallobby.mail.pacing.Pauses;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.report.DeliveryReports.News;
import org.centrallobby.mail.sql.Database;

/** What senders write about the mails in their hands, many at a time. All times are the database's: replicas need not agree on theirs. */
@ApplicationScoped
class Steps {
    private static final int MOST_SUPPRESSED = 1_000;

    private final Database database;
    private final Lanes lanes;
    private final Pauses pauses;
    private final DeliveryReports reports;
    private final Endings endings;
    private final InstantSource clock;

    Steps(
            Database database,
            Lanes lanes,
            Pauses pauses,
            DeliveryReports reports,
            Endings endings,
            InstantSource clock) {
        this.database = database;
        this.lanes = lanes;
        this.pauses = pauses;
        this.reports = reports;
        this.endings = endings;
        this.clock = clock;
    }

    /**
     * The last question before a mail's content is sent; who gets a yes is written down as about to be handed over. No is
     * said to whoever does not hold the mail any more, or held it for too long, and to what was stopped, recalled or
     * suppressed meanwhile.
     */
    Set<UUID> permit(Collection<Claimed> asked, Duration validity) {
        var stopped = pauses.stopped();
        var open = asked.stream()
                .filter(mail -> !stopped.covers(mail.organisation(), mail.campaign(), mail.destination()))
                .toList();
        if (open.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.list(
                """
                update mail set handed_at = now()
                  from unnest(?, ?) as asked (id, sender)
                 where mail.id = asked.id and mail.claimed_by = asked.sender and mail.state = 'sending' and not mail.recall_asked
                   and mail.claimed_at > now() - ? * interval '1 millisecond'
                   and exists (select 1 from sender where sender.id = asked.sender and sender.lease_until > now())
                   and not """ + ' ' + NotWrittenTo.HOLDS + " returning mail.id",
                row -> row.getObject("id", UUID.class),
                open.stream().map(Claimed::id).toArray(UUID[]::new),
                open.stream().map(Claimed::sender).toArray(UUID[]::new),
                validity.toMillis()));
    }

    /**
     * What came of claims that ended.
     *
     * @param lost mails of which the claim was lost meanwhile: nothing of these was changed
     * @param waiting mails that are back in line
     * @param held mails that are left to the operator
     */
    record Taken(Set<UUID> lost, List<Released> waiting, List<UUID> held) {
        static final Taken NOTHING = new Taken(Set.of(), List.of(), List.of());
    }

    /** Ends claims, with the attempts and the reports. What is back in line must be {@linkplain #settle settled} by the same transaction. */
    Taken take(List<Step> steps) {
        var next = new HashMap<UUID, Instant>();
        database.list(
                        """
                        update mail
                           set state = step.state, attempts = step.attempts, claimed_by = null, claimed_at = null,
                               handed_at = null, changed_at = now(), perhaps_sent = perhaps_sent or step.doubtful,
                               next_at = case when recall_asked then now() else now() + step.wait * interval '1 millisecond' end,
                               last_code = step.code, last_enhanced = step.enhanced, last_reply = step.reply
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                               as step (id, sender, state, attempts, doubtful, wait, code, enhanced, reply)
                         where mail.id = step.id and mail.claimed_by = step.sender and mail.state = 'sending'
                        returning mail.id, mail.next_at""",
                        row -> Map.entry(row.getObject("id", UUID.class), Database.moment(row, "next_at")),
                        steps.stream().map(step -> step.mail().id()).toArray(UUID[]::new),
                        steps.stream().map(step -> step.mail().sender()).toArray(UUID[]::new),
                        steps.stream().map(step -> step.to().word()).toArray(String[]::new),
                        steps.stream().map(Step::attempts).toArray(Integer[]::new),
                        steps.stream().map(Step::leavesInDoubt).toArray(Boolean[]::new),
                        steps.stream().map(step -> step.pause().toMillis()).toArray(Long[]::new),
                        steps.stream()
                                .map(step -> step.reply() == null
                                        ? null
                                        : step.reply().code())
                                .toArray(Integer[]::new),
                        steps.stream()
                                .map(step -> step.reply() == null
                                        ? null
                                        : step.reply().enhanced())
                                .toArray(String[]::new),
                        steps.stream()
                                .map(step -> step.reply() == null
                                        ? null
                                        : step.reply().text())
                                .toArray(String[]::new))
                .forEach(entry -> next.put(entry.getKey(), entry.getValue()));
        var taken = steps.stream()
                .filter(step -> next.containsKey(step.mail().id()))
                .toList();
        writeAttempts(taken.stream().filter(step -> step.attempt() != null).toList());
        reports.addAll(taken.stream()
                .flatMap(step -> MailLifecycle.announces(step.to())
                        .map(outcome -> new News(
                                step.mail().id(),
                                step.mail().kind(),
                                outcome,
                                step.attempts(),
                                step.reply(),
                                step.reason(),
                                step.traceparent()))
                        .stream())
                .toList());
        var lost = new HashSet<UUID>();
        steps.stream()
                .map(step -> step.mail().id())
                .filter(id -> !next.containsKey(id))
                .forEach(lost::add);
        // Whatever else waits for the same mailbox waits in vain.
        taken.stream()
                .filter(step -> step.to() == MailState.SUPPRESSED)
                .map(step -> step.mail().lane())
                .distinct()
                .forEach(lane -> endings.suppress(lane, MOST_SUPPRESSED));
        return new Taken(lost, waiting(taken, next), held(taken));
    }

    private static List<Released> waiting(List<Step> taken, Map<UUID, Instant> next) {
        return taken.stream()
                .filter(step -> step.to().isInLine())
                .map(step -> new Released(
                        step.mail().id(),
                        step.mail().lane(),
                        Objects.requireNonNull(next.get(step.mail().id()))))
                .toList();
    }

    private static List<UUID> held(List<Step> taken) {
        return taken.stream()
                .filter(step -> step.to() == MailState.HELD)
                .map(step -> step.mail().id())
                .toList();
    }

    private void writeAttempts(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var tries = steps.stream().map(Step::attempt).toList();
        database.change(
                """
                insert into attempt (mail, number, sender, at, verdict, phase, code, enhanced, reply, relay, took_millis)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                steps.stream().map(step -> step.mail().id()).toArray(UUID[]::new),
                steps.stream().map(Step::attempts).toArray(Integer[]::new),
                steps.stream().map(step -> step.mail().sender()).toArray(UUID[]::new),
                tries.stream().map(tried -> now.minus(tried.took())).toArray(Instant[]::new),
                tries.stream().map(tried -> tried.delivery().verdict().name()).toArray(String[]::new),
                tries.stream().map(tried -> tried.delivery().phase().name()).toArray(String[]::new),
                tries.stream().map(tried -> tried.delivery().reply().code()).toArray(Integer[]::new),
                tries.stream().map(tried -> tried.delivery().reply().enhanced()).toArray(String[]::new),
                tries.stream().map(tried -> tried.delivery().reply().text()).toArray(String[]::new),
                tries.stream().map(Step.Tried::relay).toArray(String[]::new),
                tries.stream().map(tried -> (int) tried.took().toMillis()).toArray(Integer[]::new));
    }

    /**
     * Puts back in line what a sender has claimed and not begun, for a moment later: whoever was refused the last word must
     * not ask for it again at once. What is back in line must be {@linkplain #settle settled} by the same transaction.
     */
    List<Released> release(UUID sender, Collection<UUID> mails) {
        return backInLine("id = any (?)", sender, mails);
    }

    /** The same for what a sender has claimed, except these. */
    List<Released> releaseAllBut(UUID sender, Collection<UUID> mails) {
        return backInLine("id <> all (?)", sender, mails);
    }

    private List<Released> backInLine(String which, UUID sender, Collection<UUID> mails) {
        return database.list(
                """
                update mail
                   set state = case when perhaps_sent then 'uncertain' when attempts = 0 then 'queued' else 'deferred' end,
                       claimed_by = null, claimed_at = null, handed_at = null, changed_at = now(),
                       next_at = greatest(next_at, now() + interval '1 second')
                 where state = 'sending' and claimed_by = ? and """ + ' ' + which + " returning id, lane, next_at", Released::of, sender, mails.toArray(UUID[]::new));
    }

    /** Opens the lanes of mails that are back in line, once and last in a transaction, and ends what is not wanted any more. */
    void settle(List<Released> waiting, List<UUID> held) {
        var ready = new HashMap<Long, Instant>();
        waiting.forEach(mail -> ready.merge(mail.lane(), mail.nextAt(), Steps::earlier));
        lanes.ready(ready);
        endings.endWhatIsNotWanted(
                Stream.concat(waiting.stream().map(Released::id), held.stream()).toList());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
