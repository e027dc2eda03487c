package org.centrallobby.lookup.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPostcodeTest {
    @ParameterizedTest
    @CsvSource({
        "SW1A 0AA, SW1A 0AA",
        "sw1a0aa, SW1A 0AA",
        "'  s w 1 a 0 a a ', SW1A 0AA",
        "SW1A-0AA, SW1A 0AA",
        "SW1A–0AA, SW1A 0AA",
        "S.W.1.A. 0AA, SW1A 0AA",
        "(SW1A 0AA), SW1A 0AA",
        "SW1A\u00A00AA, SW1A 0AA",
        "SW1A\u200B0AA, SW1A 0AA",
        "m1 1ad, M1 1AD",
        "B33 8TH, B33 8TH",
        "CR2 6XH, CR2 6XH",
        "DN55 1PT, DN55 1PT",
        "W1A 0AX, W1A 0AX",
        "npt 0ad, NPT 0AD",
        "gir0aa, GIR 0AA",
    })
    void spellingDoesNotMatter(String typed, String meant) {
        assertThat(TypedPostcode.of(typed).exact()).map(Postcode::text).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "SW1A",
                "SW1A 0A",
                "SW1A 0AAA",
                "12345",
                "SW1A 0CI",
                "SÄ1A 0AA",
                "SW1A 0AA, London",
                "SWAA 0AA",
                "5W1A 0AA",
                "SW1A 0AA                                        SW1A 0AA"
            })
    void whatHasNotTheFormIsNotAPostcode(String typed) {
        assertThat(TypedPostcode.of(typed).exact()).isEmpty();
        assertThat(TypedPostcode.of(typed).corrections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SW1A OAA, SW1A 0AA",
        "SWIA 0AA, SW1A 0AA",
        "SWIA OAA, SW1A 0AA",
        "MI IAD, M1 1AD",
        "EI7 4AH, E17 4AH",
        "0X1 1BX, OX1 1BX",
        "1P1 1AA, IP1 1AA",
        "ABI0 1AB, AB10 1AB",
    })
    void lettersAndDigitsThatLookAlikeAreTakenForEachOtherByPlace(String typed, String meant) {
        assertThat(TypedPostcode.of(typed).corrections())
                .extracting(Postcode::text)
                .contains(meant);
    }

    @Test
    void whatStandsThereIsNotAmongItsOwnCorrections() {
        var typed = TypedPostcode.of("E1O 1AA");

        assertThat(typed.exact()).map(Postcode::text).hasValue("E1O 1AA");
        assertThat(typed.corrections()).extracting(Postcode::text).containsExactly("E10 1AA", "EI0 1AA");
    }

    @Test
    void theInwardHalfIsNotPrinted() {
        var typed = TypedPostcode.of("SW1A 0AA");

        assertThat(typed.exact().orElseThrow()).hasToString("Postcode[SW1A ***]");
        assertThat(typed.toString()).doesNotContain("0AA").doesNotContain("SW1A");
    }

    @Test
    void noPostcodeOfAnotherFormCanBeMade() {
        assertThatThrownBy(() -> new Postcode("SW1A", "OAA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("OAA");
    }

    @ParameterizedTest
    @CsvSource({"SW1A 0AA, SW", "M1 1AD, M", "NPT 0AD, NPT"})
    void theAreaAreTheFirstLetters(String postcode, String area) {
        assertThat(TypedPostcode.of(postcode).exact()).map(Postcode::area).hasValue(area);
    }

    @ParameterizedTest
    @CsvSource({
        "BFPO 57, bfpo",
        "BFPO c/o 1, bfpo",
        "FIQQ 1ZZ, overseas-territory",
        "GX11 1AA, overseas-territory",
        "SAN TA1, non-geographic",
        "XM4 5HQ, non-geographic",
    })
    void someAddressesHaveFormsOfTheirOwn(String typed, String territory) {
        assertThat(Territory.ofSpecial(TypedPostcode.of(typed).compact()))
                .map(Territory::word)
                .hasValue(territory);
    }
}
