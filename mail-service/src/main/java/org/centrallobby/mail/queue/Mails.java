package org.centrallobby.mail.queue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.pacing.Lane;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.ProblemType;
import org.centrallobby.mail.sql.Database;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The mails as rows. */
@ApplicationScoped
class Mails implements PanacheRepositoryBase<Mail, UUID> {
    private final Database database;

    Mails(Database database) {
        this.database = database;
    }

    /** @throws Failure if there is none of this id */
    Mail known(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "No mail of this id was ever requested."));
    }

    /** A new mail with what the queue adds to it. */
    record Entry(NewMail mail, Lane lane, String messageId, MailState state, Duration giveUp) {}

    /**
     * Adds mails, each of another id. Of an id that is there already nothing is changed.
     *
     * @param lanes the numbers of the lanes of those that are in line
     * @return the ids that are new
     */
    Set<UUID> insert(List<Entry> entries, Map<Lane, Long> lanes) {
        var added = new HashSet<>(database.list(
                """
                insert into mail (id, kind, organisation, campaign, mailbox, lane, message_id, state, expires_at, next_at,
                                  queued_at, changed_at)
                select id, kind, organisation, campaign, mailbox, lane, message_id, state,
                       least(expires_at, now() + give_up * interval '1 millisecond'), now(), now(), now()
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                       as new (id, kind, organisation, campaign, mailbox, lane, message_id, state, expires_at, give_up)
                on conflict (id) do nothing returning id""",
                row -> row.getObject("id", UUID.class),
                ids(entries, NewMail::id),
                texts(entries, mail -> mail.kind().word()),
                ids(entries, NewMail::organisation),
                ids(entries, NewMail::campaign),
                ids(entries, mail -> mail.to().address().mailbox()),
                entries.stream()
                        .map(entry -> entry.state().isInLine() ? lanes.get(entry.lane()) : null)
                        .toArray(Long[]::new),
                entries.stream().map(Entry::messageId).toArray(String[]::new),
                entries.stream().map(entry -> entry.state().word()).toArray(String[]::new),
                entries.stream().map(entry -> entry.mail().expiresAt()).toArray(Instant[]::new),
                entries.stream().map(entry -> entry.giveUp().toMillis()).toArray(Long[]::new)));
        insertContent(entries.stream()
                .filter(entry -> added.contains(entry.mail().id()))
                .toList());
        return added;
    }

    private void insertContent(List<Entry> entries) {
        database.change(
                """
                insert into content (mail, campaign_slug, campaign_title, from_name, sending_domain, reply_to_name,
                                     reply_to_address, to_name, to_address, subject, text, automatic, composed_at,
                                     traceparent)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                ids(entries, NewMail::id),
                texts(entries, NewMail::campaignSlug),
                texts(entries, NewMail::campaignTitle),
                texts(entries, NewMail::fromName),
                texts(entries, NewMail::sendingDomain),
                texts(entries, mail -> name(mail.replyTo())),
                texts(entries, mail -> address(mail.replyTo())),
                texts(entries, mail -> name(mail.to())),
                texts(entries, mail -> address(mail.to())),
                texts(entries, NewMail::subject),
                texts(entries, NewMail::text),
                entries.stream().map(entry -> entry.mail().automatic()).toArray(Boolean[]::new),
                entries.stream().map(entry -> entry.mail().composedAt()).toArray(Instant[]::new),
                texts(entries, NewMail::traceparent));
    }

    /** Mails of a state in which nobody knows whether they were sent, the oldest first. */
    List<Mail> inDoubt(String state, Optional<UUID> after, int count) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select * from mail where state in ('uncertain', 'held') and state = :state
                           and id > :after order by id limit :count""", Mail.class)
                .setParameter("state", state)
                .setParameter("after", after.orElse(new UUID(0, 0)))
                .setParameter("count", count)
                .getResultList();
    }

    /** Those of the mails that were recalled before they came. */
    Set<UUID> recalled(Collection<UUID> mails) {
        return new HashSet<>(database.list(
                "select mail from recall where mail = any (?)", row -> row.getObject("mail", UUID.class), (Object)
                        mails.toArray(UUID[]::new)));
    }

    /** Those of the mails whose recipients are not written to. */
    Set<UUID> suppressed(List<NewMail> mails) {
        return new HashSet<>(NotWrittenTo.among(mails, database));
    }

    /** A recall that came before its request. */
    void noteRecall(UUID mail) {
        database.change("insert into recall (mail, recalled_at) values (?, now()) on conflict (mail) do nothing", mail);
    }

    /**
     * Holds the ids until the end of the transaction: a request and a recall of one mail may come at the same moment, and
     * neither would see the other.
     *
     * @return the database's time once it has them; for no ids, the end of time
     */
    Instant lock(Collection<UUID> mails) {
        var times = database.list(
                "select cast(pg_advisory_xact_lock(key) as text), clock_timestamp() as now from unnest(?) as key order by key",
                row -> Database.moment(row, "now"),
                (Object) mails.stream()
                        .map(UUID::getLeastSignificantBits)
                        .sorted()
                        .distinct()
                        .toArray(Long[]::new));
        return times.isEmpty() ? Instant.MAX : times.getLast();
    }

    private static UUID[] ids(List<Entry> entries, Function<NewMail, UUID> value) {
        return entries.stream().map(Entry::mail).map(value).toArray(UUID[]::new);
    }

    private static String[] texts(List<Entry> entries, Function<NewMail, @Nullable String> value) {
        return entries.stream().map(Entry::mail).map(value).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Correspondent correspondent) {
        return correspondent == null ? null : correspondent.name();
    }

    private static @Nullable String address(@Nullable Correspondent correspondent) {
        return correspondent == null ? null : correspondent.address().wire();
    }
}
