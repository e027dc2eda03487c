package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.lookup.Member;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.similarity.LikenessGate;
import org.centrallobby.letter.supporter.Consents;

/** What happens to a letter when its writer stands by it. Whether it is the writer who says so, the caller has found out. */
@ApplicationScoped
public class LetterConfirming {
    private final Letters letters;
    private final LetterSteps steps;
    private final OneEach oneEach;
    private final Dispatch dispatch;
    private final Consents consents;
    private final Campaigns campaigns;
    private final Seats seats;
    private final LikenessGate gate;

    LetterConfirming(
            Letters letters,
            LetterSteps steps,
            OneEach oneEach,
            Dispatch dispatch,
            Consents consents,
            Campaigns campaigns,
            Seats seats,
            LikenessGate gate) {
        this.letters = letters;
        this.steps = steps;
        this.oneEach = oneEach;
        this.dispatch = dispatch;
        this.consents = consents;
        this.campaigns = campaigns;
        this.seats = seats;
        this.gate = gate;
    }

    /** What became of the wish to confirm. */
    public sealed interface Outcome {
        /** The letter is confirmed, by this or by an earlier wish. */
        record Confirmed(LetterState state) implements Outcome {}

        /** The same person has confirmed another letter to the same member. */
        record AlreadyWritten() implements Outcome {}

        /** It came too late: the letter is erased. */
        record Lapsed() implements Outcome {}
    }

    /** Confirms a letter once, however often and however simultaneously it is asked to. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome confirm(UUID id) {
        var letter = letters.locked(id).orElse(null);
        if (letter == null || letter.state() == LetterState.LAPSED || isOverdue(letter)) {
            return new Outcome.Lapsed();
        }
        if (letter.state() != LetterState.AWAITING_CONFIRMATION) {
            return new Outcome.Confirmed(letter.state());
        }
        // The seat may have changed hands since it was written: its place is with whom it will go to, held or not.
        var holder = holder(letter);
        if (!oneEach.claim(letter, holder.map(Member::id).orElse(letter.member()))) {
            return new Outcome.AlreadyWritten();
        }
        holder.ifPresent(member -> letter.address(member.id(), member.name(), member.salutation()));
        holdIfAlike(letter);
        steps.take(letter, LetterState.CONFIRMED, null);
        recordConsent(letter);
        dispatch.sendOrHold(letter);
        return new Outcome.Confirmed(letter.state());
    }

    /** A letter that still waits for its writer. */
    @Transactional
    public Optional<UnconfirmedLetter> unconfirmed(UUID id) {
        return letters.findByIdOptional(id)
                .filter(letter -> letter.state() == LetterState.AWAITING_CONFIRMATION)
                .flatMap(letter -> {
                    var writer = letter.writer();
                    var deadline = letter.deadline();
                    var campaign = campaigns.findById(letter.campaign());
                    return writer == null || deadline == null
                            ? Optional.empty()
                            : Optional.of(new UnconfirmedLetter(
                                    id,
                                    campaign,
                                    campaign.languageFor(letter.language()),
                                    writer.correspondent(),
                                    letter.memberName(),
                                    deadline));
                });
    }

    /** The job that lets letters lapse may be late. */
    private boolean isOverdue(Letter letter) {
        var deadline = letter.deadline();
        return letter.state() == LetterState.AWAITING_CONFIRMATION
                && deadline != null
                && !deadline.isAfter(steps.now());
    }

    /** Who holds the seat now. */
    private Optional<Member> holder(Letter letter) {
        return Optional.ofNullable(seats.findById(letter.constituency())).flatMap(seat -> seat.member());
    }

    /** The letters that it is like may have been confirmed meanwhile. It is too late to refuse it: a person looks at it. */
    private void holdIfAlike(Letter letter) {
        var fingerprint = letter.fingerprint();
        var policy = campaigns.findById(letter.campaign()).ownWords().policy();
        if (fingerprint != null && gate.isTooAlike(letter.campaign(), letter.member(), fingerprint, policy)) {
            letter.keepForPerson();
        }
    }

    private void recordConsent(Letter letter) {
        var choice = letter.consent();
        var writer = letter.writer();
        if (choice != null && writer != null) {
            consents.record(
                    letter.id(),
                    letter.campaign(),
                    letter.organisation(),
                    choice,
                    writer.name(),
                    writer.email(),
                    steps.now());
        }
    }
}
