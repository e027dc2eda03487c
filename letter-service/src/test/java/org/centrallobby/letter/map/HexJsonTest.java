package org.centrallobby.letter.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.lookup.TestSeat;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.junit.jupiter.api.Test;

class HexJsonTest {
    private static final Path REAL = Path.of("../../shared/data/lookup/uk-constituencies-2023.hexjson");

    private static final List<Seat> SEATS =
            List.of(TestSeat.of("E14000001", "Aldershot", "South East"), TestSeat.of("S14000111", "Ross & Skye", null));

    @Test
    void seatsAreFoundByCodeAndElseByName() {
        var map = read("""
                    {"layout": "odd-r", "version": "1.0", "hexes": {
                      "E14000001": {"n": "Aldershot", "q": 3, "r": -4, "colour": "#123456"},
                      "S14000058": {"n": "Ross and Skye", "q": 0, "r": 0}}}""");

        assertThat(map.layout()).isEqualTo(HexLayout.ODD_R);
        assertThat(map.source()).isEqualTo(MapSource.LOADED);
        assertThat(map.places())
                .containsOnly(Map.entry("E14000001", new Place(3, -4)), Map.entry("S14000111", new Place(0, 0)));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var errors = refused("""
                    {"layout": "diagonal", "hexes": {
                      "E14000001": {"q": 1, "r": 1},
                      "E14000009": {"q": 1, "r": 1},
                      "nowhere": {"q": 2, "r": 2},
                      "E14000008": {"q": "2", "r": 1.5}}}""");

        assertThat(errors)
                .extracting(FieldError::pointer)
                .containsExactly(
                        "#/layout", "#/hexes/E14000009", "#/hexes/nowhere", "#/hexes/E14000008", "#/hexes/S14000111");
        assertThat(errors.getLast().detail()).isEqualTo("Ross & Skye is not on the map.");
    }

    @Test
    void aCodeThatNobodyKnowsIsRefusedWhereTheWholeCountryIsKnown() throws IOException {
        var seats = TestSeat.all();
        var json = new StringBuilder("{\"layout\": \"odd-q\", \"hexes\": {\"E14999999\": {\"q\": 0, \"r\": -1}");
        for (var i = 0; i < seats.size(); i++) {
            json.append(", \"%s\": {\"q\": %d, \"r\": 0}"
                    .formatted(seats.get(i).constituency().code(), i));
        }

        var failure = catchThrowableOfType(
                Failure.class,
                () -> HexJson.read(json.append("}}").toString().getBytes(StandardCharsets.UTF_8), seats));

        assertThat(failure.errors())
                .singleElement()
                .extracting(FieldError::pointer)
                .isEqualTo("#/hexes/E14999999");
    }

    @Test
    void aCodeThatStandsTwiceIsFoundWithItsLine() {
        assertThatThrownBy(() -> read("{\"layout\": \"odd-r\", \"hexes\": {\n\"E14000001\": {},\n\"E14000001\": {}}}"))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.type()).isEqualTo(ProblemType.BAD_REQUEST);
                    assertThat(failure.detail()).contains("line 3");
                });
    }

    @Test
    void whatIsNoMapIsRefused() {
        assertThat(refused("[]")).isNotEmpty();
        assertThat(refused("{\"layout\": \"odd-r\", \"hexes\": {}}")).isNotEmpty();
        assertThatThrownBy(() -> read("")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> read("{\"layout\": ")).isInstanceOf(Failure.class);
    }

    @Test
    void theMapThatOthersHaveDrawnCanBeLoaded() throws IOException {
        assumeThat(REAL).exists();

        var map = HexJson.read(Files.readAllBytes(REAL), TestSeat.all());

        assertThat(new HashSet<>(map.places().values())).hasSize(650);
        // Dover's neighbours lie in Kent, not in Cornwall.
        assertThat(map.nearest(code("Dover and Deal"), map.places().keySet(), 5))
                .contains(code("Ashford"))
                .doesNotContain(code("St Ives"));
    }

    private static String code(String name) throws IOException {
        return TestSeat.all().stream()
                .map(Seat::constituency)
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static ConstituencyMap read(String json) {
        return HexJson.read(json.getBytes(StandardCharsets.UTF_8), SEATS);
    }

    private static List<FieldError> refused(String json) {
        return catchThrowableOfType(Failure.class, () -> read(json)).errors();
    }
}
