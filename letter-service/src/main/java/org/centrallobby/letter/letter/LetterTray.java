package org.centrallobby.letter.letter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.centrallobby.letter.mail.Correspondent;
import org.centrallobby.letter.mail.MailKind;
import org.centrallobby.letter.mail.MailRequests;
import org.centrallobby.letter.mail.MailWords;
import org.centrallobby.letter.mail.WriterMails;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.share.PersonalLinks;

/** Takes letters in. From outside it looks the same whether the letter is kept, a repetition, or one too many for a mailbox. */
@ApplicationScoped
class LetterTray {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final OneEach oneEach;
    private final LetterSteps steps;
    private final LetterAssembly assembly;
    private final MailAllowance allowance;
    private final Confirmations confirmations;
    private final Handovers handovers;
    private final PersonalLinks links;
    private final Organisations organisations;
    private final MailRequests mails;

    LetterTray(
            OneEach oneEach,
            LetterSteps steps,
            LetterAssembly assembly,
            MailAllowance allowance,
            Confirmations confirmations,
            Handovers handovers,
            PersonalLinks links,
            Organisations organisations,
            MailRequests mails) {
        this.oneEach = oneEach;
        this.steps = steps;
        this.assembly = assembly;
        this.allowance = allowance;
        this.confirmations = confirmations;
        this.handovers = handovers;
        this.links = links;
        this.organisations = organisations;
        this.mails = mails;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Receipt take(LetterDraft draft) {
        var id = IDS.generate();
        return draft.way() == Way.OWN_MAILBOX ? handOver(id, draft) : ask(id, draft);
    }

    private Receipt ask(UUID id, LetterDraft draft) {
        var kept = false;
        if (!allowance.take(draft.person())) {
            confirmations.pretend(id);
        } else if (oneEach.isConfirmed(
                draft.campaign().id(), draft.addressee().member().id(), draft.person())) {
            confirmations.pretend(id);
            tellOfRepetition(draft);
        } else {
            keep(letter(id, draft), draft);
            kept = true;
        }
        return new Receipt(id, LetterState.AWAITING_CONFIRMATION, share(id, draft, kept), null);
    }

    /** Nothing is mailed: nobody has confirmed the address. */
    private Receipt handOver(UUID id, LetterDraft draft) {
        var campaign = draft.campaign();
        var member = draft.addressee().member();
        var text = assembly.of(draft).text();
        var kept = !oneEach.isTaken(campaign.id(), member.id(), draft.person());
        if (kept) {
            var letter = letter(id, draft);
            letter.handedOver(text);
            steps.begin(letter);
        }
        var addressed = mails.addressed(
                campaign,
                draft.writer().correspondent(),
                new Correspondent(member.name(), requireNonNull(member.email())),
                new MailWords(draft.subject(), text));
        var key = handovers.open(id, LetterLifecycle.end(LetterState.AWAITING_SENDER, steps.now()));
        return new Receipt(
                id,
                LetterState.AWAITING_SENDER,
                share(id, draft, kept),
                new Receipt.OwnMailbox(
                        addressed.to().email(),
                        key.copyTo(),
                        addressed.words().subject(),
                        addressed.words().text(),
                        key.token().value()));
    }

    private Letter letter(UUID id, LetterDraft draft) {
        var invitedBy = links.inviting(
                draft.campaign().id(), draft.from(), draft.person().key());
        return new Letter(id, draft, invitedBy, steps.now());
    }

    private Receipt.Share share(UUID id, LetterDraft draft, boolean kept) {
        return new Receipt.Share(links.open(draft.campaign(), kept ? id : null));
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
