package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.mail.pacing.Lane;
import org.centrallobby.mail.pacing.Lanes;
import org.centrallobby.mail.queue.Mails.Entry;
import org.centrallobby.mail.report.DeliveryReports;
import org.centrallobby.mail.report.DeliveryReports.News;
import org.centrallobby.mail.report.Outcome;
import org.centrallobby.mail.smtp.MessageIds;
import org.jboss.logging.Logger;

/** Where mails are handed in and taken back. */
@ApplicationScoped
public class Queue {
    private static final Logger LOG = Logger.getLogger(Queue.class);

    private final Mails mails;
    private final Lanes lanes;
    private final Endings endings;
    private final Erasures erasures;
    private final DeliveryReports reports;
    private final MessageIds messageIds;
    private final QueueConfig config;
    private final Event<MailForgotten> forgotten;

    Queue(
            Mails mails,
            Lanes lanes,
            Endings endings,
            Erasures erasures,
            DeliveryReports reports,
            MessageIds messageIds,
            QueueConfig config,
            Event<MailForgotten> forgotten) {
        this.forgotten = forgotten;
        this.mails = mails;
        this.lanes = lanes;
        this.endings = endings;
        this.erasures = erasures;
        this.reports = reports;
        this.messageIds = messageIds;
        this.config = config;
    }

    /** Takes mails into the queue, all or none, each once: handed in again it changes and announces nothing. */
    @Transactional
    public void accept(List<NewMail> requested) {
        var requests = new LinkedHashMap<UUID, NewMail>();
        requested.forEach(mail -> requests.putIfAbsent(mail.id(), mail));
        var now = mails.lock(requests.keySet());
        var recalled = mails.recalled(requests.keySet());
        var suppressed = mails.suppressed(List.copyOf(requests.values()));
        var entries = requests.values().stream()
                .map(mail -> entry(
                        mail,
                        recalled.contains(mail.id())
                                ? MailState.RECALLED
                                : suppressed.contains(mail.id()) ? MailState.SUPPRESSED : MailState.QUEUED))
                .toList();
        var waiting = new HashSet<Lane>();
        entries.stream().filter(entry -> entry.state().isInLine()).forEach(entry -> waiting.add(entry.lane()));
        var numbers = lanes.numbers(waiting);
        var added = mails.insert(entries, numbers);
        if (added.size() < requested.size()) {
            LOG.debugf("Mails requested again: %d", requested.size() - added.size());
        }
        announce(entries.stream()
                .filter(entry -> added.contains(entry.mail().id()))
                .toList());
        recalled.stream().filter(added::contains).forEach(erasures::eraseAsked);
        lanes.ready(ready(now, entries, added, numbers));
    }

    private Entry entry(NewMail mail, MailState state) {
        return new Entry(mail, mail.lane(), messageIds.of(mail.id()), state, config.giveUpAfter(mail.kind()));
    }

    private void announce(List<Entry> entries) {
        reports.addAll(entries.stream()
                .map(entry -> new News(
                        entry.mail().id(),
                        entry.mail().kind(),
                        MailLifecycle.announces(entry.state()).orElseThrow(),
                        0,
                        entry.state() == MailState.SUPPRESSED ? NotWrittenTo.WHY : null,
                        MailLifecycle.reason(entry.state(), false),
                        entry.mail().traceparent()))
                .toList());
    }

    private Map<Long, Instant> ready(Instant now, List<Entry> entries, Set<UUID> added, Map<Lane, Long> numbers) {
        var ready = new HashMap<Long, Instant>();
        entries.stream()
                .filter(entry ->
                        entry.state().isInLine() && added.contains(entry.mail().id()))
                .forEach(entry -> ready.put(numbers.get(entry.lane()), now));
        return ready;
    }

    /**
     * Takes a mail back, be it in line, in a sender's hands (then it is not tried again), or not yet here. One that the relay
     * may have is not tried again either, and counts as sent: nobody may be told that it was not.
     */
    @Transactional
    public void recall(UUID id) {
        mails.lock(List.of(id));
        if (!endings.recall(id)) {
            mails.noteRecall(id);
        }
    }

    /**
     * Takes a mail back, if that can be done, and forgets whom it was between and what it said: at once, or, while a sender
     * has it in its hands, when that is done. Asked again it answers again.
     */
    @Transactional
    public void forget(ToForget erasure) {
        var mail = erasure.mail();
        forgotten.fire(new MailForgotten(mail));
        recall(mail);
        if (!erasures.ask(mail)) {
            // Where the request is still to come the recall waits for it. Where it was withdrawn before Kafka had it,
            // nobody else will ever say how the mail ended.
            erasures.askForOneToCome(mail);
            reports.add(mail, erasure.kind(), Outcome.RECALLED, 0, null);
            reports.add(mail, erasure.kind(), Outcome.ERASED, 0, null);
        } else if (erasures.eraseAsked(mail) || erasures.isErased(mail)) {
            var attempts = mails.findByIdOptional(mail).map(Mail::attempts).orElse(0);
            reports.add(mail, erasure.kind(), Outcome.ERASED, attempts, null);
        }
    }
}
