package org.centrallobby.letter.letter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A letter and the steps it has taken, the first one first. */
record LetterWithHistory(@JsonUnwrapped LetterView letter, List<LetterStepView> history) {
    static LetterWithHistory of(Letter letter, List<HistoryEntry> history) {
        return new LetterWithHistory(
                LetterView.of(letter), history.stream().map(LetterStepView::of).toList());
    }
}
