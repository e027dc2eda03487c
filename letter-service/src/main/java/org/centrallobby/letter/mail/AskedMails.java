package org.centrallobby.letter.mail;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.outbox.Outbox;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.platform.RetentionConfig;
import org.centrallobby.letter.privacy.ErasureDesk;
import org.centrallobby.letter.privacy.ForgetsInTime;
import org.centrallobby.letter.privacy.Holding;
import org.centrallobby.letter.privacy.HoldsPersonalData;
import org.centrallobby.letter.privacy.RetentionClock;
import org.centrallobby.letter.privacy.Subject;

/** Which mails concern whom, so that they can be told and the mail-service be asked to forget them. */
@ApplicationScoped
public class AskedMails implements PanacheRepositoryBase<AskedMail, UUID>, HoldsPersonalData, ForgetsInTime {
    private static final String OF_SUBJECT = "mailbox in ?1 and (?2 = true or person in ?3)";
    private static final String ERASURE_REQUESTED = "org.centrallobby.mail.erasure-requested.v1";

    private final Outbox outbox;
    private final ErasureDesk erasures;
    private final RetentionConfig retention;

    AskedMails(Outbox outbox, ErasureDesk erasures, RetentionConfig retention) {
        this.outbox = outbox;
        this.erasures = erasures;
        this.retention = retention;
    }

    /** The mail-service has forgotten whom the mail was between and what it said. */
    @Transactional
    public void forgotten(UUID mail) {
        var asked = findById(mail, LockModeType.PESSIMISTIC_WRITE);
        if (asked != null && asked.erasure() != null) {
            delete(asked);
            erasures.answered(asked.erasure());
        }
    }

    /** What is known here of a mail; its words are with the mail-service, for at most 28 days after it is settled. */
    record Sent(MailKind kind, Instant askedAt) {}

    @Override
    public List<Holding> tell(Subject subject) {
        return of(subject).list().stream()
                .map(mail -> new Holding(
                        "asked_mail",
                        mail.mail(),
                        mail.campaign(),
                        mail.person(),
                        null,
                        mail.askedAt().plus(retention.identity()),
                        new Sent(mail.kind(), mail.askedAt())))
                .toList();
    }

    @Override
    public int forget(Subject subject, UUID erasure) {
        var mails = of(subject).withLock(LockModeType.PESSIMISTIC_WRITE).list();
        if (mails.isEmpty()) {
            return 0;
        }
        // One that Kafka has not got yet is never to get there; which of them it has got is not known for certain.
        outbox.withdraw(
                MailRequests.REQUESTED,
                mails.stream().map(mail -> mail.mail().toString()).toList());
        for (var mail : mails) {
            outbox.add(
                    MailRequests.TOPIC,
                    mail.mail().toString(),
                    ERASURE_REQUESTED,
                    new MailErasure(mail.mail(), mail.kind()));
            mail.forget(erasure);
        }
        return mails.size();
    }

    @Override
    public Map<String, Long> search(Subject subject, Collection<UUID> rows) {
        return Map.of(
                "asked_mail",
                count(
                        "(" + OF_SUBJECT + ") or (mail in ?4 and (mailbox is not null or person is not null))",
                        subject.mailboxes(),
                        subject.isWholeMailbox(),
                        subject.peopleOrAnybody(),
                        rows),
                "outbox",
                ((Number) getEntityManager()
                                .createNativeQuery("select count(*) from outbox where type = ?1 and key in (?2)")
                                .setParameter(1, MailRequests.REQUESTED)
                                .setParameter(
                                        2, rows.stream().map(UUID::toString).toList())
                                .getSingleResult())
                        .longValue());
    }

    @Override
    public List<RetentionClock> clocks() {
        return List.of(new RetentionClock(
                "identity",
                "Which mails went to the writer of a letter, from when they were asked for",
                retention.identity(),
                this::forget));
    }

    private PanacheQuery<AskedMail> of(Subject subject) {
        return find(
                OF_SUBJECT + " order by mail",
                subject.mailboxes(),
                subject.isWholeMailbox(),
                subject.peopleOrAnybody());
    }

    private List<Tenant> forget(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from asked_mail m using campaign c
                         where c.id = m.campaign and m.mail in (
                             select mail from asked_mail where asked_at <= ?1 order by asked_at limit ?2)
                        returning c.organisation as organisation, c.mode as mode""", Tuple.class)
                .setParameter(1, before)
                .setParameter(2, limit)
                .getResultList()
                .stream()
                .map(row ->
                        new Tenant(((Tuple) row).get(0, UUID.class), Mode.valueOf(((Tuple) row).get(1, String.class))))
                .toList();
    }
}
