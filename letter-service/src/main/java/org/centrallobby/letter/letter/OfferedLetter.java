package org.centrallobby.letter.letter;

import java.util.List;
import org.centrallobby.letter.message.Outcome;

/**
 * What a campaign offers a supporter to make their letter of.
 *
 * @param kind a letter that asks, or one that gives thanks
 * @param points all that may be taken; none where the letter is of one piece
 * @param chosen the ids of those that stand in the letter, in their order
 * @param leastPoints how many have to be taken
 * @param mostPoints how many may be taken
 * @param prompts questions that help to a line of one's own
 * @param personalLine whether one is needed
 */
public record OfferedLetter(
        Outcome kind,
        List<OfferedPoint> points,
        List<String> chosen,
        int leastPoints,
        int mostPoints,
        List<String> prompts,
        boolean personalLine) {
    /**
     * @param title a few words to choose it by
     * @param text as it would stand in this supporter's letter
     */
    public record OfferedPoint(String id, String title, String text) {}
}
