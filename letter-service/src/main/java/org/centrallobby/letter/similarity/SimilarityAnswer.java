package org.centrallobby.letter.similarity;

/**
 * What a writer is told, before sending, about how like others their letter is: the measure by which the gate decides.
 *
 * @param template how much of the letter stands in the organisation's words, 0 to 1 in hundredths
 * @param nearest how much of it stands in the likest earlier letter to the same member, 0 to 1 in hundredths
 * @param verdict what would become of the letter if it were handed in like this
 */
public record SimilarityAnswer(double template, double nearest, WhenAlike verdict) {
    public static SimilarityAnswer of(MeasuredLetter measured) {
        return new SimilarityAnswer(
                hundredths(measured.likeness().template()),
                hundredths(measured.likeness().nearest()),
                measured.verdict());
    }

    private static double hundredths(double share) {
        return Math.round(share * 100) / 100.0;
    }
}
