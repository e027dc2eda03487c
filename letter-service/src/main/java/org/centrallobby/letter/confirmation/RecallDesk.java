package org.centrallobby.letter.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.centrallobby.letter.letter.WriterRecall;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** Where a writer takes a letter back: whoever has the token of one of its pages reads the writer's mail. */
@ApplicationScoped
public class RecallDesk {
    private final ConfirmationLinks links;
    private final WriterRecall letters;

    RecallDesk(ConfirmationLinks links, WriterRecall letters) {
        this.links = links;
        this.letters = letters;
    }

    /**
     * Takes back the letter of a mailed link or of a private page; once more does no harm.
     *
     * @throws Failure where there is no such letter, or it has been sent
     */
    @Transactional
    public RecalledLetter recall(String token) {
        var letter = links.letterOf(token)
                .or(() -> letters.letterOf(token))
                .orElseThrow(() -> new Failure(
                        ProblemType.UNKNOWN_CONFIRMATION, "We do not know this letter. Check that the link is whole."));
        return new RecalledLetter(letter, letters.recall(letter));
    }
}
