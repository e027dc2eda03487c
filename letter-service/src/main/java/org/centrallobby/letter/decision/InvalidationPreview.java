package org.centrallobby.letter.decision;

import java.util.List;
import org.centrallobby.letter.letter.ChosenLetters.Part;
import org.centrallobby.letter.letter.LetterState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an invalidation would be about now. Nothing was done.
 *
 * @param parts how many letters of each constituency stand in each state
 */
@Schema(example = """
        {"letters": 41, "parts": [{"constituency": "E14001167", "state": "awaiting-confirmation", "letters": 3},
        {"constituency": "E14001167", "state": "sent", "letters": 38}]}""")
record InvalidationPreview(long letters, List<Count> parts) {
    record Count(String constituency, LetterState state, long letters) {}

    static InvalidationPreview of(List<Part> parts) {
        return new InvalidationPreview(
                parts.stream().mapToLong(Part::letters).sum(),
                parts.stream()
                        .map(part -> new Count(part.constituency(), part.state(), part.letters()))
                        .toList());
    }
}
