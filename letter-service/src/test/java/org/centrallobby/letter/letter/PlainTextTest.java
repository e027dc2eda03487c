package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void aLineStaysOneLine() {
        assertThat(PlainText.line("  Bill\r\nBcc: all@example.org\u2028now\u0085then\tend "))
                .isEqualTo("Bill Bcc: all@example.org now then end");
    }

    @Test
    void invisibleSteeringIsTakenOut() {
        assertThat(PlainText.line("Si\u202Ea\u0302n\u0000\u200B\uFEFF \u2066x\u2069"))
                .isEqualTo("Siân x");
    }

    @Test
    void emojiAndScriptsThatJoinTheirLettersSurvive() {
        assertThat(PlainText.line("👩‍🔧 می‌خواهم")).isEqualTo("👩‍🔧 می‌خواهم");
    }

    @Test
    void loneHalvesOfCharactersAreDropped() {
        assertThat(PlainText.line("a\uD83Db")).isEqualTo("ab");
    }

    @Test
    void paragraphsSurviveAndLongGapsDoNot() {
        assertThat(PlainText.lines("One  \r\n\r\nTwo\r\r\r\r\r\rThree\n")).isEqualTo("One\n\nTwo\n\n\nThree");
    }

    @Test
    void aRunOfBlanksCostsNoMoreThanItsLength() {
        var typed = " ".repeat(200_000) + "x";

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> PlainText.lines(typed)))
                .isEqualTo("x");
    }

    @Test
    void blanksAtTheEndOfALineAreTakenAway() {
        assertThat(PlainText.lines("One \u00A0 \nTwo  three")).isEqualTo("One\nTwo  three");
    }

    @Test
    void anAddressHasNoEmptyLines() {
        assertThat(PlainText.address(" 1  High Street \n\n Chingford\n")).isEqualTo("1 High Street\nChingford");
    }
}
