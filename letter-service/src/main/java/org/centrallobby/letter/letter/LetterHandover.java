package org.centrallobby.letter.letter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.centrallobby.letter.mail.Correspondent;
import org.centrallobby.letter.mail.MailRequests;
import org.centrallobby.letter.mail.MailWords;
import org.centrallobby.letter.share.PersonalLinks;

/**
 * Hands letters to writers who send them themselves. From outside it looks the same whether the letter is kept or its writer
 * has one that counts already. Nothing is mailed: nobody has confirmed the address.
 */
@ApplicationScoped
class LetterHandover {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final OneEach oneEach;
    private final LetterSteps steps;
    private final LetterAssembly assembly;
    private final Handovers handovers;
    private final PersonalLinks links;
    private final MailRequests mails;

    LetterHandover(
            OneEach oneEach,
            LetterSteps steps,
            LetterAssembly assembly,
            Handovers handovers,
            PersonalLinks links,
            MailRequests mails) {
        this.oneEach = oneEach;
        this.steps = steps;
        this.assembly = assembly;
        this.handovers = handovers;
        this.links = links;
        this.mails = mails;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Receipt give(LetterDraft draft) {
        var campaign = draft.campaign();
        var person = draft.person();
        var id = IDS.generate();
        var text = assembly.of(draft).text();
        var kept = !oneEach.isTaken(campaign.id(), draft.addressee().member().id(), person);
        if (kept) {
            var invitedBy = links.inviting(campaign.id(), draft.from(), person.key());
            var letter = new Letter(id, draft, invitedBy, steps.now());
            letter.handedOver(text);
            steps.begin(letter);
        }
        var share = new Receipt.Share(links.open(campaign, kept ? id : null));
        var key = handovers.open(id, LetterLifecycle.end(LetterState.AWAITING_SENDER, steps.now()));
        return new Receipt(id, LetterState.AWAITING_SENDER, share, forWriter(draft, text, key));
    }

    private Receipt.OwnMailbox forWriter(LetterDraft draft, String text, Handovers.Key key) {
        var member = draft.addressee().member();
        var addressed = mails.addressed(
                draft.campaign(),
                draft.writer().correspondent(),
                new Correspondent(member.name(), requireNonNull(member.email())),
                new MailWords(draft.subject(), text));
        return new Receipt.OwnMailbox(
                addressed.to().email(),
                key.copyTo(),
                addressed.words().subject(),
                addressed.words().text(),
                key.token().value());
    }
}
