package org.centrallobby.letter.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private final Random random = new Random(20261124);

    @Test
    void textsAreComparedWithoutCasePunctuationAndLineEnds() {
        assertThat(NormalText.of("  Dear Siân,\r\n\tIT'S  2026 — “no” to £5!  "))
                .isEqualTo("dear siân it s 2026 no to 5");
        // The same letter, composed and in two parts; and another alphabet.
        assertThat(NormalText.of("Sia\u0302n ŴYN")).isEqualTo("siân ŵyn");
        assertThat(NormalText.of("УЙГУРЫ, да.")).isEqualTo("уйгуры да");
        assertThat(NormalText.of("?!…")).isEmpty();
    }

    /** CRC-32's published check value: the nine digits give cbf43926. */
    @Test
    void aTextShorterThanAWindowIsOneWindow() {
        assertThat(HexFormat.of().formatHex(Fingerprint.of("123456789").bytes()))
                .isEqualTo("cbf43926");
        assertThat(Fingerprint.of("").size()).isZero();
        assertThat(Fingerprint.of("").shareIn(Fingerprint.of(""))).isZero();
    }

    /** CRC-32 of 32 times the letter a is cab11777 by any calculator; its low bits are not zero, yet it is the only one. */
    @Test
    void whereNoHashEndsInFourZerosTheSmallestIsKept() {
        assertThat(HexFormat.of().formatHex(Fingerprint.of("A".repeat(32)).bytes()))
                .isEqualTo("cab11777");
        assertThat(Fingerprint.of("a".repeat(33))).isEqualTo(Fingerprint.of("a".repeat(32)));
    }

    @Test
    void oneHashInSixteenIsKept() {
        var kept = Fingerprint.of(words(5_000)).size();

        assertThat(kept * 16.0 / NormalText.bytes(words(5_000)).length).isCloseTo(1, within(0.15));
    }

    @Test
    void aTextIsWhollyInItselfAndNotAtAllInAnother() {
        for (var round = 0; round < 200; round++) {
            var text = words(20 + random.nextInt(200));

            assertThat(share(text, text)).isEqualTo(1);
            assertThat(share(text, words(200))).isZero();
            assertThat(Fingerprint.read(Fingerprint.of(text).bytes())).isEqualTo(Fingerprint.of(text));
        }
    }

    @Test
    void whatStandsBeforeAndAfterATextDoesNotHideIt() {
        for (var round = 0; round < 100; round++) {
            var text = words(150);
            var longer = words(1 + random.nextInt(60)) + " " + text + " " + words(1 + random.nextInt(60));

            assertThat(share(text, longer)).isEqualTo(1);
            assertThat(share(longer, text)).isBetween(0.3, 1.0);
        }
    }

    @Test
    void theOrderOfParagraphsHardlyMatters() {
        for (var round = 0; round < 100; round++) {
            var paragraphs = new ArrayList<>(
                    IntStream.range(0, 5).mapToObj(number -> words(60) + ".").toList());
            var before = String.join("\n\n", paragraphs);
            Collections.reverse(paragraphs);

            assertThat(share(before, String.join("\n\n", paragraphs))).isGreaterThan(0.8);
        }
    }

    @Test
    void theShareHasADirection() {
        var half = words(100);
        var whole = half + " " + words(100);

        assertThat(share(half, whole)).isEqualTo(1);
        assertThat(share(whole, half)).isCloseTo(0.5, within(0.2));
    }

    @Test
    void ownWordsAreThoseThatTheOrganisationHasNot() {
        var template = words(100);
        var own = words(100);

        assertThat(OwnWords.share(template, List.of(template))).isZero();
        assertThat(OwnWords.share(template.toUpperCase(java.util.Locale.ROOT), List.of(template)))
                .isZero();
        assertThat(OwnWords.share(own, List.of(template))).isEqualTo(100);
        assertThat(OwnWords.share(template + ". " + own, List.of(template)))
                .isCloseTo(100 * own.length() / (own.length() + template.length()), within(2));
        assertThat(OwnWords.share("Please act.", List.of("Please act!"))).isZero();
        assertThat(OwnWords.share("", List.of(template))).isZero();
    }

    @Test
    void aShortPointIsTheOrganisationsAndTheSameWordsWithinOthersAreNot() {
        var points = List.of("Take them down.\n\nSay by when.\n\nBan");

        assertThat(OwnWords.share("Say by when! Take them down.", points)).isLessThan(5);
        assertThat(OwnWords.share("They took the bannister of our house.", points))
                .isEqualTo(100);
        assertThat(OwnWords.share("Ban", points)).isZero();
    }

    @Test
    void theVerdictFollowsThePolicy() {
        var hold = new OwnWordsPolicy(0.8, WhenAlike.HOLD);

        assertThat(OwnWordsPolicy.ANY.verdict(new Likeness(1, 1))).isEqualTo(WhenAlike.ALLOW);
        assertThat(hold.verdict(new Likeness(0.9, 0.2))).isEqualTo(WhenAlike.HOLD);
        assertThat(hold.verdict(new Likeness(0, 0.8))).isEqualTo(WhenAlike.HOLD);
        assertThat(hold.verdict(new Likeness(0.79, 0.79))).isEqualTo(WhenAlike.ALLOW);
    }

    private static double share(String one, String other) {
        return Fingerprint.of(one).shareIn(Fingerprint.of(other));
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> random.ints(2 + random.nextInt(7), 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
