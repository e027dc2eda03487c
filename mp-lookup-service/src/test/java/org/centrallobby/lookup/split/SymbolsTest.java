package org.centrallobby.lookup.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsTest {
    @ParameterizedTest
    @CsvSource({
        "SW1A 0AA,SW1A 0AA",
        "M1  1AD,M1 1AD",
        "sw1a0aa,SW1A 0AA",
        "NPT 0AA,NPT 0AA",
        "GIR0AA,GIR 0AA",
        "M11AA,M1 1AA"
    })
    void aPostcodeIsReadHoweverItIsSpacedAndWrittenAsItIsUsual(String text, String usual) {
        assertThat(Symbols.postcode(postcode(text))).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "SW1A",
                "1W1A 0AA",
                "SW1A AAA",
                "SW1A 00A",
                "SW1A 0A0",
                "SW1AA 0AA",
                "SW1-0AA",
                "SWÉ 0AA"
            })
    void whatHasNotTheFormOfAPostcodeIsNone(String text) {
        assertThat(postcode(text)).isEqualTo(Symbols.NONE);
    }

    @Test
    void numbersOrderAsTextsDo() {
        assertThat(postcode("AB1 0AA")).isLessThan(postcode("AB10 0AA"));
        assertThat(postcode("AB10 9ZZ")).isLessThan(postcode("AB1A 0AA"));
        assertThat(postcode("M9 9ZZ")).isLessThan(postcode("MA1 0AA"));
    }

    private static long postcode(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Symbols.postcode(bytes, 0, bytes.length);
    }
}
