package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.mail.MailKind;
import org.centrallobby.letter.mail.MailRequests;
import org.centrallobby.letter.mail.MailWords;
import org.centrallobby.letter.mail.WriterMails;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.platform.PlatformConfig;

/** Tells writers what became of their letters: a copy once it has gone, the text back if it could not go. */
@ApplicationScoped
class WriterNews {
    /** Why a letter is recalled whose seat went to somebody to whom its writer has written. */
    static final String ALREADY_WRITTEN = "already-written";

    private static final Set<LetterState> GONE = Set.of(LetterState.SENT, LetterState.SETTLED);
    private static final Set<LetterState> LOST = Set.of(LetterState.BOUNCED, LetterState.FAILED);

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final MailRequests mails;
    private final PlatformConfig platform;

    WriterNews(Campaigns campaigns, Organisations organisations, MailRequests mails, PlatformConfig platform) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.mails = mails;
        this.platform = platform;
    }

    /** To be called after each step, in its transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void of(Letter letter, LetterState before) {
        var writer = letter.writer();
        var subject = letter.subject();
        var text = letter.text() == null ? letter.body() : letter.text();
        if (writer == null || subject == null || text == null) {
            return;
        }
        if (GONE.contains(letter.state()) && !GONE.contains(before)) {
            var token = Token.random();
            letter.showOn(token.hash());
            var page = platform.publicUrl().resolve("/letter/" + token.value());
            write(
                    letter,
                    writer,
                    MailKind.COPY,
                    in(letter).copy(writer.name(), letter.memberName(), subject, text, page));
        } else if (letter.state() == LetterState.RECALLED) {
            write(letter, writer, MailKind.NOTICE, ofRecall(letter, writer, subject, text));
        } else if (LOST.contains(letter.state())) {
            write(
                    letter,
                    writer,
                    MailKind.NOTICE,
                    letter.isInDoubt()
                            ? in(letter).inDoubt(writer.name(), letter.memberName(), subject, text)
                            : in(letter).failed(writer.name(), letter.memberName(), subject, text));
        }
    }

    /** One that was found to be nobody's too: who confirmed it reads that mailbox, and may be wronged. */
    private MailWords ofRecall(Letter letter, Writer writer, String subject, String text) {
        if (letter.recallReason() == RecallReason.BY_WRITER) {
            var campaign = campaigns.findById(letter.campaign());
            var page = platform.publicUrl().resolve(campaign.pageIn(letter.language()));
            return in(letter).takenBack(writer.name(), letter.memberName(), page, subject, text);
        }
        return ALREADY_WRITTEN.equals(letter.reason())
                ? in(letter).writtenTwice(writer.name(), letter.memberName(), subject, text)
                : in(letter)
                        .recalled(
                                writer.name(),
                                letter.memberName(),
                                organisations.findById(letter.organisation()).name(),
                                subject,
                                text);
    }

    private WriterMails in(Letter letter) {
        return WriterMails.in(campaigns.findById(letter.campaign()).languageFor(letter.language()));
    }

    private void write(Letter letter, Writer writer, MailKind kind, MailWords words) {
        var campaign = campaigns.findById(letter.campaign());
        var organisation = organisations.findById(letter.organisation());
        mails.toWriter(kind, campaign, organisation, writer.correspondent(), words);
    }
}
