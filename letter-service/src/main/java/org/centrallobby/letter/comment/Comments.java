package org.centrallobby.letter.comment;

import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.organisation.Owned;
import org.centrallobby.letter.privacy.Subject;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Comments implements Owned<Comment> {
    @Override
    public String noun() {
        return "comment";
    }

    /** The comment, for this transaction alone until it ends. */
    Optional<Comment> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Comment> ofLetter(UUID letter) {
        return find("letter", letter).firstResultOptional();
    }

    Optional<Comment> lockedOfLetter(UUID letter) {
        return find("letter", letter).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Those beside the letters that are known to be the subject's, as long as they say something. */
    List<Comment> of(Subject subject) {
        return list(
                "text is not null and letter in (select l.id from Letter l where l.mailbox in ?1 and (?2 = true or l.person in ?3))"
                        + " order by id",
                subject.mailboxes(),
                subject.isWholeMailbox(),
                subject.peopleOrAnybody());
    }

    /** The hash by which the writer of a letter is recognised. */
    String writer(UUID letter) {
        return getEntityManager()
                .createQuery("select person from Letter where id = ?1", String.class)
                .setParameter(1, letter)
                .getSingleResult();
    }

    /** How many of these, or of those beside these letters, say something still. */
    long search(Collection<UUID> rows) {
        return count("(id in ?1 or letter in ?1) and (text is not null or shownName is not null)", rows);
    }

    /** A page of a campaign's comments, the newest first. */
    List<Comment> page(UUID campaign, @Nullable CommentState state, @Nullable UUID before, int limit) {
        var query = new StringBuilder("campaign = :campaign");
        var values = Parameters.with("campaign", campaign);
        if (state != null) {
            query.append(" and state = :state");
            values = values.and("state", state);
        }
        if (before != null) {
            query.append(" and id < :before");
            values = values.and("before", before);
        }
        return find(query + " order by id desc", values).page(0, limit).list();
    }

    /** Forgets what those say and whose they are that came off the wall before then; that there were some stays known. */
    int eraseTexts(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        update comment set text = null, shown_name = null where id in (
                            select id from comment
                            where text is not null and state in ('REJECTED', 'WITHDRAWN') and state_since <= ?1
                            order by state_since limit ?2 for update skip locked)""")
                .setParameter(1, before)
                .setParameter(2, limit)
                .executeUpdate();
    }
}
