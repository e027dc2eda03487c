package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its organisation sees it.
 *
 * @param constituency its GSS code
 * @param stateSince when it came into its state
 * @param confirmedAt null until its writer confirms it
 */
@Schema(example = LetterView.EXAMPLE)
record LetterView(
        UUID id,
        UUID campaign,
        String constituency,
        LetterState state,
        Instant writtenAt,
        @Nullable Instant confirmedAt,
        Instant stateSince) {
    static final String EXAMPLE = """
            {"id": "01936f41-0000-7000-8000-000000000001", "campaign": "01936f30-0000-7000-8000-000000000001", \
            "constituency": "E14001167", "state": "sent", "writtenAt": "2026-11-24T10:15:30Z", \
            "confirmedAt": "2026-11-24T10:17:02Z", "stateSince": "2026-11-24T10:17:09Z"}""";

    static LetterView of(Letter letter) {
        return new LetterView(
                letter.id(),
                letter.campaign(),
                letter.constituency(),
                letter.state(),
                letter.writtenAt(),
                letter.confirmedAt(),
                letter.stateSince());
    }
}
