package org.centrallobby.letter.letter;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.centrallobby.letter.mail.MailKind;
import org.centrallobby.letter.mail.MailRequests;
import org.centrallobby.letter.mail.WriterMails;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.share.PersonalLinks;

/** Takes letters in. From outside it looks the same whether the letter is kept, a repetition, or one too many for a mailbox. */
@ApplicationScoped
class LetterTray {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final OneEach oneEach;
    private final LetterSteps steps;
    private final MailAllowance allowance;
    private final Confirmations confirmations;
    private final PersonalLinks links;
    private final Organisations organisations;
    private final MailRequests mails;

    LetterTray(
            OneEach oneEach,
            LetterSteps steps,
            MailAllowance allowance,
            Confirmations confirmations,
            PersonalLinks links,
            Organisations organisations,
            MailRequests mails) {
        this.oneEach = oneEach;
        this.steps = steps;
        this.allowance = allowance;
        this.confirmations = confirmations;
        this.links = links;
        this.organisations = organisations;
        this.mails = mails;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Receipt take(LetterDraft draft) {
        var campaign = draft.campaign();
        var person = draft.person();
        var id = IDS.generate();
        var kept = false;
        if (!allowance.take(person)) {
            confirmations.pretend(id);
        } else if (oneEach.isConfirmed(campaign.id(), draft.addressee().member().id(), person)) {
            confirmations.pretend(id);
            tellOfRepetition(draft);
        } else {
            var invitedBy = links.inviting(campaign.id(), draft.from(), person.key());
            keep(new Letter(id, draft, invitedBy, steps.now()), draft);
            kept = true;
        }
        var share = new Receipt.Share(links.open(campaign, kept ? id : null));
        return new Receipt(id, LetterState.AWAITING_CONFIRMATION, share, null);
    }

    private void keep(Letter letter, LetterDraft draft) {
        steps.begin(letter);
        confirmations.ask(new UnconfirmedLetter(
                letter.id(),
                draft.campaign(),
                draft.language(),
                draft.writer().correspondent(),
                letter.memberName(),
                LetterLifecycle.end(letter.state(), letter.stateSince())));
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
