package org.centrallobby.letter.similarity;

/**
 * How like other texts a letter is. Both are shares of the letter, 0 (nothing of it) to 1 (all of it).
 *
 * @param template how much of it stands in the organisation's words
 * @param nearest how much of it stands in that earlier letter to the same member which has most of it
 */
public record Likeness(double template, double nearest) {
    /** The larger of the two. */
    public double highest() {
        return Math.max(template, nearest);
    }
}
