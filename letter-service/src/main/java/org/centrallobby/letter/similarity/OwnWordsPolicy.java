package org.centrallobby.letter.similarity;

/**
 * How personal a campaign wants its letters to be.
 *
 * @param limit the likeness, 0 to 1, from which on a letter is too like others
 * @param whenAlike what becomes of such a letter
 */
public record OwnWordsPolicy(double limit, WhenAlike whenAlike) {
    /** Takes any letter: a ban would shut out people who cannot write much. */
    public static final OwnWordsPolicy ANY = new OwnWordsPolicy(1, WhenAlike.ALLOW);

    /** What becomes of a letter with this likeness. */
    public WhenAlike verdict(Likeness likeness) {
        return likeness.highest() >= limit ? whenAlike : WhenAlike.ALLOW;
    }
}
