package org.centrallobby.letter.letter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A letter and the steps it has taken, the first one first. */
@Schema(example = LetterWithHistory.EXAMPLE)
record LetterWithHistory(@JsonUnwrapped LetterView letter, List<LetterStepView> history) {
    static final String EXAMPLE = """
            {"id": "01936f31-0000-7000-8000-000000000001", "campaign": "01936f30-0000-7000-8000-000000000001", "constituency":
            "E14001167", "member": 5353, "state": "confirmed", "reason": null, "way": "platform", "writtenAt": "2026-11-24T10:15:30Z", "confirmedAt":
            "2026-11-24T10:17:02Z", "stateSince": "2026-11-24T10:17:02Z", "recallAskedAt": "2026-11-24T10:20:00Z",
            "invalidatedAt": null, "ownWords": 40, "site": "www.example.org", "channel": null, "history": [
            {"state": "awaiting-confirmation", "at": "2026-11-24T10:15:30Z", "detail": null},
            {"state": "confirmed", "at": "2026-11-24T10:17:02Z", "detail": null}]}""";

    static LetterWithHistory of(Letter letter, List<HistoryEntry> history) {
        return new LetterWithHistory(
                LetterView.of(letter), history.stream().map(LetterStepView::of).toList());
    }
}
