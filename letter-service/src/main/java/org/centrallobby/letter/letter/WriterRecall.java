package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Where writers take their letters back. Whether it is the writer who asks, the caller has found out. */
@ApplicationScoped
public class WriterRecall {
    private final Letters letters;
    private final LetterSteps steps;
    private final LetterRecall recall;

    WriterRecall(Letters letters, LetterSteps steps, LetterRecall recall) {
        this.letters = letters;
        this.steps = steps;
        this.recall = recall;
    }

    /** The letter whose private page this token opens. */
    @Transactional
    public Optional<UUID> letterOf(String pageToken) {
        return letters.byPageToken(new Token(pageToken).hash()).map(Letter::id);
    }

    /**
     * Takes a letter back, or asks the mail-service for it. One that is not confirmed yet is deleted at once.
     *
     * @return how it stands now: recalled, lapsed, or still on its way until the mail-service answers
     */
    @Transactional
    public LetterState recall(UUID id) {
        var letter = letters.locked(id).orElseThrow(() -> LetterRecall.refused(LetterState.LAPSED));
        if (letter.state() == LetterState.AWAITING_CONFIRMATION) {
            steps.take(letter, LetterState.LAPSED, RecallReason.BY_WRITER.wireName());
            letter.eraseAll(steps.now());
        } else if (!recall.of(letter, RecallReason.BY_WRITER)) {
            throw LetterRecall.refused(letter.state());
        }
        return letter.state();
    }
}
