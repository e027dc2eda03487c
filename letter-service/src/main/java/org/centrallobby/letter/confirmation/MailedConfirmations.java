package org.centrallobby.letter.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.letter.Confirmations;
import org.centrallobby.letter.letter.Token;
import org.centrallobby.letter.letter.UnconfirmedLetter;
import org.centrallobby.letter.mail.MailKind;
import org.centrallobby.letter.mail.MailRequests;
import org.centrallobby.letter.mail.WriterMails;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.platform.PlatformConfig;

/** Asks writers by mail, once and, if they forget, once again. */
@ApplicationScoped
class MailedConfirmations implements Confirmations {
    /** As long as a letter waits; an id without a letter must not be told from one with a letter by its time. */
    private static final Duration PRETENCE = Duration.ofDays(7);

    private final ConfirmationRows rows;
    private final ConfirmationLinks links;
    private final Organisations organisations;
    private final MailRequests mails;
    private final PlatformConfig platform;
    private final InstantSource clock;

    MailedConfirmations(
            ConfirmationRows rows,
            ConfirmationLinks links,
            Organisations organisations,
            MailRequests mails,
            PlatformConfig platform,
            InstantSource clock) {
        this.rows = rows;
        this.links = links;
        this.organisations = organisations;
        this.mails = mails;
        this.platform = platform;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void ask(UnconfirmedLetter letter) {
        var code = ConfirmationCode.random();
        rows.persist(new Confirmation(letter.id(), code, clock.instant(), letter.expiresAt()));
        var organisation = organisations.findById(letter.campaign().organisation());
        var words = WriterMails.in(letter.language())
                .confirmation(
                        letter.memberName(),
                        organisation.name(),
                        letter.campaign().titleIn(letter.language()),
                        page(links.open(letter.id())),
                        code.digits(),
                        letter.expiresAt());
        mails.toWriter(MailKind.CONFIRMATION, letter.campaign(), organisation, letter.writer(), words);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void pretend(UUID letter) {
        var now = clock.instant();
        // A code that nobody is told.
        rows.persist(new Confirmation(letter, ConfirmationCode.random(), now, now.plus(PRETENCE)));
    }

    @Override
    public Optional<Asked> about(UUID letter) {
        return rows.findByIdOptional(letter).map(Confirmation::asked);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID letter) {
        rows.deleteById(letter);
    }

    @Override
    public long count(Collection<UUID> letters) {
        return rows.count("letter in ?1", letters);
    }

    /** Asks again, with a link of its own: the first one's token is known to the writer alone. */
    @Transactional(Transactional.TxType.MANDATORY)
    void remind(UnconfirmedLetter letter) {
        var organisation = organisations.findById(letter.campaign().organisation());
        var words = WriterMails.in(letter.language())
                .reminder(
                        letter.memberName(),
                        organisation.name(),
                        letter.campaign().titleIn(letter.language()),
                        page(links.open(letter.id())),
                        letter.expiresAt());
        mails.toWriter(MailKind.REMINDER, letter.campaign(), organisation, letter.writer(), words);
    }

    private URI page(Token token) {
        return platform.publicUrl().resolve("/confirm/" + token.value());
    }
}
