package org.centrallobby.lookup.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPostcodeTest {
    private static final PostcodeDirectory DIRECTORY = directory(
            "SW1A 0AA",
            "M1 1AD",
            "B33 8TH",
            "CR2 6XH",
            "DN55 1PT",
            "W1A 0AX",
            "NPT 0AD",
            "GIR 0AA",
            "E17 4AH",
            "OX1 1BX",
            "IP1 1AA",
            "AB10 1AB",
            "E1O 1AA",
            "E10 1AA",
            "E10 1AB");

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
        "ＳＷ１Ａ　０ＡＡ, SW1A 0AA",
        "m1 1ad, M1 1AD",
        "B33 8TH, B33 8TH",
        "CR2 6XH, CR2 6XH",
        "DN55 1PT, DN55 1PT",
        "W1A 0AX, W1A 0AX",
        "npt 0ad, NPT 0AD",
        "gir0aa, GIR 0AA",
    })
    void spellingDoesNotMatter(String typed, String meant) {
        var found = DIRECTORY.find(typed);

        assertThat(PackedPostcode.text(Found.packed(found))).isEqualTo(meant);
        assertThat(Found.isCorrected(found)).isFalse();
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
                "ſW1A 0AA",
                "SW1A 0AA, London",
                "SWAA 0AA",
                "5W1A 0AA",
                "SW1A 0AA                                        SW1A 0AA"
            })
    void whatHasNotTheFormIsNotFound(String typed) {
        assertThat(DIRECTORY.find(typed)).isEqualTo(Found.NONE);
    }

    @Test
    void whatIsLongerThanAnybodyTypesIsNotLookedAt() {
        assertThat(DIRECTORY.find("SW1A 0AA" + " ".repeat(192))).isNotEqualTo(Found.NONE);
        assertThat(DIRECTORY.find("SW1A 0AA" + " ".repeat(193))).isEqualTo(Found.NONE);
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
        "E1O 1AB, E10 1AB",
    })
    void lettersAndDigitsThatLookAlikeAreTakenForEachOtherByPlace(String typed, String meant) {
        var found = DIRECTORY.find(typed);

        assertThat(PackedPostcode.text(Found.packed(found))).isEqualTo(meant);
        assertThat(Found.isCorrected(found)).isTrue();
    }

    @Test
    void whatExistsAsItStandsIsNotCorrected() {
        var found = DIRECTORY.find("E1O 1AA");

        assertThat(PackedPostcode.text(Found.packed(found))).isEqualTo("E1O 1AA");
        assertThat(Found.isCorrected(found)).isFalse();
    }

    @Test
    void aCorrectionThatDoesNotExistIsNone() {
        assertThat(DIRECTORY.find("SWIB OAA")).isEqualTo(Found.NONE);
    }

    @Test
    void theInwardHalfIsNotPrinted() {
        assertThat(new Postcode("SW1A", "0AA")).hasToString("Postcode[SW1A ***]");
    }

    @Test
    void noPostcodeOfAnotherFormCanBeMade() {
        assertThatThrownBy(() -> new Postcode("SW1A", "OAA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("OAA");
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
        assertThat(Territory.ofSpecial(typed)).map(Territory::word).hasValue(territory);
    }

    private static PostcodeDirectory directory(String... postcodes) {
        var rows = new PostcodeRows();
        for (var postcode : postcodes) {
            var halves = postcode.split(" ");
            rows.live(PackedPostcode.of(new Postcode(halves[0], halves[1])), 1);
        }
        return PostcodeDirectory.of(PostcodeIndexBuilder.build(List.of(rows)).index(), Optional.empty(), Map.of());
    }
}
