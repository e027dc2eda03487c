package org.centrallobby.letter.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String FIRST =
            "Cameras made by these companies are found in departments, councils, police stations and hospitals.";
    private static final String SECOND =
            "A set timeframe would let public bodies plan and pay for the change in good order, and let Parliament see.";
    private static final String OTHER =
            "My grandmother came to Leeds in 1956 and still remembers being watched on every corner she crossed.";

    @Test
    void caseAndPunctuationDoNotMatter() {
        assertThat(share(FIRST, FIRST.toUpperCase().replace(",", " --\n"))).isEqualTo(1);
    }

    @Test
    void unrelatedTextsShareNothing() {
        assertThat(share(FIRST + " " + SECOND, OTHER)).isZero();
    }

    @Test
    void theOrderOfParagraphsHardlyMatters() {
        var one = (FIRST + "\n\n" + SECOND + "\n\n").repeat(2);
        var two = (SECOND + "\n\n" + FIRST + "\n\n").repeat(2);
        assertThat(share(one, two)).isGreaterThan(0.85);
    }

    @Test
    void aPartIsWhollyInTheWholeAndNotTheOtherWayRound() {
        assertThat(share(FIRST, OTHER + " " + FIRST + " " + SECOND)).isCloseTo(1, Offset.offset(0.35));
        assertThat(share(OTHER + " " + FIRST + " " + SECOND, FIRST)).isLessThan(0.6);
    }

    @Test
    void aShortTextHasAFingerprintAndAnEmptyOneIsLikeNothing() {
        assertThat(Fingerprint.of("No.").size()).isEqualTo(1);
        assertThat(share("No.", "no!")).isEqualTo(1);
        assertThat(share("", "")).isZero();
    }

    @Test
    void whatIsStoredIsReadBack() {
        var fingerprint = Fingerprint.of(FIRST + SECOND + OTHER);
        assertThat(fingerprint.size()).isPositive();
        assertThat(Fingerprint.read(fingerprint.bytes())).isEqualTo(fingerprint);
    }

    @Test
    void ownWordsAreWhatStandsInNoneOfTheOrganisations() {
        assertThat(OwnWords.share(FIRST, List.of(FIRST, SECOND))).isZero();
        assertThat(OwnWords.share(OTHER, List.of(FIRST, SECOND))).isEqualTo(100);
        assertThat(OwnWords.share(FIRST + " " + OTHER, List.of(FIRST))).isBetween(45, 56);
        assertThat(OwnWords.share("", List.of(FIRST))).isZero();
    }

    private static double share(String text, String in) {
        return Fingerprint.of(text).shareIn(Fingerprint.of(in));
    }
}
