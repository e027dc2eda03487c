package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.platform.RetentionConfig;
import org.centrallobby.letter.privacy.Holding;
import org.centrallobby.letter.privacy.HoldsPersonalData;
import org.centrallobby.letter.privacy.Subject;
import org.centrallobby.letter.share.PersonalLinks;
import org.centrallobby.letter.supporter.ConsentWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of their letters, and forgets whose they were. A letter that waits for its writer lapses, one that is held is
 * taken back; what the mail-service has of one it is asked to forget, see {@code mail/AskedMails}.
 */
@ApplicationScoped
class LettersOfPeople implements HoldsPersonalData {
    private final Letters letters;
    private final LetterSteps steps;
    private final LetterHistory history;
    private final Confirmations confirmations;
    private final Handovers handovers;
    private final PersonalLinks links;
    private final MailAllowance allowance;
    private final Event<LetterForgotten> observers;
    private final RetentionConfig retention;

    LettersOfPeople(
            Letters letters,
            LetterSteps steps,
            LetterHistory history,
            Confirmations confirmations,
            Handovers handovers,
            PersonalLinks links,
            MailAllowance allowance,
            Event<LetterForgotten> observers,
            RetentionConfig retention) {
        this.letters = letters;
        this.steps = steps;
        this.history = history;
        this.confirmations = confirmations;
        this.handovers = handovers;
        this.links = links;
        this.allowance = allowance;
        this.observers = observers;
        this.retention = retention;
    }

    @Override
    public List<Holding> tell(Subject subject) {
        var held =
                new ArrayList<>(letters.of(subject).stream().map(this::holding).toList());
        var asked = allowance.asked(subject);
        if (!asked.isEmpty()) {
            held.add(new Holding(
                    "mail_allowance", null, null, null, null, MailAllowance.end(asked), Map.of("askedAt", asked)));
        }
        return held;
    }

    @Override
    public int forget(Subject subject, UUID erasure) {
        for (var letter : letters.lockedOf(subject)) {
            steps.take(letter, LetterState.LAPSED, "erased");
            if (letter.state() == LetterState.HELD) {
                steps.take(letter, LetterState.RECALLED, "erased");
            }
            letter.eraseAll(steps.now());
            confirmations.forget(letter.id());
            handovers.forget(letter.id());
            links.forget(letter.id());
            observers.fire(new LetterForgotten(letter.id()));
        }
        allowance.forget(subject);
        return 0;
    }

    @Override
    public Map<String, Long> search(Subject subject, Collection<UUID> rows) {
        return Map.of(
                "letter", letters.search(subject, rows),
                "confirmation", confirmations.count(rows),
                "handover", handovers.count(rows),
                "personal_link", links.count(rows),
                "mail_allowance", (long) allowance.asked(subject).size());
    }

    /** A box that was ticked before the withdrawal and would count only after it counts no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void note(@Observes ConsentWithdrawn withdrawn) {
        letters.lockedOf(withdrawn.subject()).stream()
                .filter(letter -> letter.state() == LetterState.AWAITING_CONFIRMATION)
                .forEach(Letter::refuseConsent);
    }

    private Holding holding(Letter letter) {
        var writer = letter.writer();
        return new Holding(
                "letter",
                letter.id(),
                letter.campaign(),
                letter.person().key(),
                writer == null ? null : writer.name(),
                end(letter, retention.identity()),
                new HeldLetter(
                        LetterView.of(letter),
                        letter.memberName(),
                        letter.constituencyName(),
                        letter.subject(),
                        letter.body(),
                        letter.text(),
                        writer == null ? null : writer.name(),
                        writer == null ? null : writer.email(),
                        writer == null ? null : writer.address(),
                        writer == null ? null : writer.postcode(),
                        letter.site(),
                        letter.channel(),
                        letter.ownWords(),
                        letter.network() != null,
                        letter.isInvited(),
                        links.ofLetter(letter.id()).orElse(null),
                        confirmations.about(letter.id()).orElse(null),
                        letter.consent(),
                        history.of(letter.id()).stream().map(LetterStepView::of).toList(),
                        letter.body() == null ? null : end(letter, retention.letterText())));
    }

    private static @Nullable Instant end(Letter letter, Duration kept) {
        return LetterLifecycle.isFinal(letter.state()) ? letter.stateSince().plus(kept) : null;
    }
}
