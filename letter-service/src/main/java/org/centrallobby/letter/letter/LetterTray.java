package org.centrallobby.letter.letter;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.centrallobby.letter.mail.MailKind;
import org.centrallobby.letter.mail.MailRequests;
import org.centrallobby.letter.mail.WriterMails;
import org.centrallobby.letter.organisation.Organisations;

/** Takes letters in. From outside it looks the same whether the letter is kept, a repetition, or one too many for a mailbox. */
@ApplicationScoped
class LetterTray {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Letters letters;
    private final LetterSteps steps;
    private final MailAllowance allowance;
    private final Confirmations confirmations;
    private final Organisations organisations;
    private final MailRequests mails;

    LetterTray(
            Letters letters,
            LetterSteps steps,
            MailAllowance allowance,
            Confirmations confirmations,
            Organisations organisations,
            MailRequests mails) {
        this.letters = letters;
        this.steps = steps;
        this.allowance = allowance;
        this.confirmations = confirmations;
        this.organisations = organisations;
        this.mails = mails;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Receipt take(LetterDraft draft) {
        var id = IDS.generate();
        if (!allowance.take(draft.person())) {
            confirmations.pretend(id);
        } else if (letters.isWritten(
                draft.campaign().id(), draft.addressee().member().id(), draft.person())) {
            confirmations.pretend(id);
            tellOfRepetition(draft);
        } else {
            keep(new Letter(id, draft, steps.now()), draft);
        }
        return new Receipt(id, LetterState.AWAITING_CONFIRMATION);
    }

    private void keep(Letter letter, LetterDraft draft) {
        steps.begin(letter);
        var deadline = letter.deadline();
        if (deadline == null) {
            throw new IllegalStateException("A letter cannot wait for its writer for ever");
        }
        confirmations.ask(new UnconfirmedLetter(
                letter.id(),
                draft.campaign(),
                draft.language(),
                draft.writer().correspondent(),
                letter.memberName(),
                deadline));
    }

    private void tellOfRepetition(LetterDraft draft) {
        var campaign = draft.campaign();
        var organisation = organisations.findById(campaign.organisation());
        mails.toWriter(
                MailKind.NOTICE,
                campaign,
                organisation,
                draft.writer().correspondent(),
                WriterMails.in(draft.language())
                        .alreadyWritten(
                                draft.addressee().member().name(),
                                organisation.name(),
                                campaign.titleIn(draft.language())));
    }
}
