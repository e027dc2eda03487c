package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What happens to a letter when its writer has sent it from their own mailbox. Whether they have, the caller has found out. */
@ApplicationScoped
public class LetterSending {
    private final Letters letters;
    private final LetterSteps steps;
    private final OneEach oneEach;

    LetterSending(Letters letters, LetterSteps steps, OneEach oneEach) {
        this.letters = letters;
        this.steps = steps;
        this.oneEach = oneEach;
    }

    /**
     * Counts a letter that its writer has sent, once, unless another of theirs counts already or its time is over. A copy of one
     * that was only said to be sent makes that surer. An id without a letter is passed over.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sent(UUID id, SentMark mark) {
        letters.locked(id).ifPresent(letter -> {
            switch (letter.state()) {
                case AWAITING_SENDER -> count(letter, mark);
                case SENT_BY_WRITER -> makeSurer(letter, mark);
                default -> {}
            }
        });
    }

    private void count(Letter letter, SentMark mark) {
        var deadline = letter.deadline();
        if (deadline != null && !deadline.isAfter(steps.now())) {
            // The job that lets it lapse is late.
            return;
        }
        if (oneEach.isTaken(letter.campaign(), letter.member(), letter.person())) {
            steps.take(letter, LetterState.LAPSED, WriterNews.ALREADY_WRITTEN);
            letter.eraseAll(steps.now());
        } else {
            steps.take(letter, LetterState.SENT_BY_WRITER, mark.wireName());
        }
    }

    private void makeSurer(Letter letter, SentMark mark) {
        if (mark == SentMark.COPY && !mark.wireName().equals(letter.reason())) {
            steps.take(letter, LetterState.SENT_BY_WRITER, mark.wireName());
        }
    }
}
