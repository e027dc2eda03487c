package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.RetentionConfig;
import org.centrallobby.letter.privacy.ForgetsInTime;
import org.centrallobby.letter.privacy.RetentionClock;
import org.centrallobby.letter.share.PersonalLinks;

/** What is forgotten of letters by itself: first where they came from and what they said, at last who wrote them. */
@ApplicationScoped
class LetterClocks implements ForgetsInTime {
    private final Letters letters;
    private final LetterSteps steps;
    private final PersonalLinks links;
    private final Event<LetterForgotten> observers;
    private final RetentionConfig retention;

    LetterClocks(
            Letters letters,
            LetterSteps steps,
            PersonalLinks links,
            Event<LetterForgotten> observers,
            RetentionConfig retention) {
        this.letters = letters;
        this.steps = steps;
        this.links = links;
        this.observers = observers;
        this.retention = retention;
    }

    @Override
    public List<RetentionClock> clocks() {
        return List.of(
                new RetentionClock(
                        "letter-text",
                        "A letter's subject and text, from the letter's end",
                        retention.letterText(),
                        (before, limit) ->
                                each(letters.erasable(before, limit), letter -> letter.eraseText(steps.now()))),
                new RetentionClock(
                        "identity",
                        "Who wrote a letter and the hashes that recognise them, from the letter's end",
                        retention.identity(),
                        (before, limit) -> each(letters.withWriter(before, limit), this::forget)),
                new RetentionClock(
                        "network",
                        "The keyed hash of the network that a letter came from, from when it was written",
                        retention.network(),
                        (before, limit) -> each(letters.withNetwork(before, limit), Letter::forgetNetwork)));
    }

    private void forget(Letter letter) {
        letter.eraseAll(steps.now());
        links.forget(letter.id());
        observers.fire(new LetterForgotten(letter.id()));
    }

    private List<Tenant> each(List<UUID> ids, Consumer<Letter> work) {
        return ids.stream()
                .map(letters::locked)
                .flatMap(Optional::stream)
                .map(letter -> {
                    work.accept(letter);
                    return new Tenant(letter.organisation(), letter.mode());
                })
                .toList();
    }
}
