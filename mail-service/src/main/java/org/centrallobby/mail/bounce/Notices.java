package org.centrallobby.mail.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.queue.MailForgotten;
import org.centrallobby.mail.queue.Queue;
import org.centrallobby.mail.queue.ToForget;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.sql.Database;

/**
 * Which notices carry the answers to which letter. Nobody else knows a notice's id: when a letter is forgotten, its notices
 * are, which name the same people.
 */
@ApplicationScoped
class Notices {
    private final Database database;
    private final ReturnedMails returned;
    private final Queue queue;

    Notices(Database database, ReturnedMails returned, Queue queue) {
        this.database = database;
        this.returned = returned;
        this.queue = queue;
    }

    /** Takes down, in the running transaction, what carries an answer to a letter. Both are in the queue. */
    void add(UUID letter, UUID notice) {
        database.change("insert into forwarded (notice, letter) values (?, ?)", notice, letter);
    }

    /** What carries the answers to a letter. */
    List<UUID> of(UUID letter) {
        return database.list(
                "select notice from forwarded where letter = ? order by notice",
                row -> row.getObject("notice", UUID.class),
                letter);
    }

    /** An answer is passed on under the letter's lock, so that none is on its way to the writer unseen. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(@Observes MailForgotten forgotten) {
        returned.lock(forgotten.mail());
        of(forgotten.mail()).forEach(notice -> queue.forget(new ToForget(notice, MailKind.NOTICE)));
    }
}
