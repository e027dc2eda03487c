package org.centrallobby.letter.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.lookup.TestSeat;
import org.junit.jupiter.api.Test;

class OwnLayoutTest {
    @Test
    void everySeatOfTheCountryHasAHexagonOfItsOwn() throws IOException {
        var map = OwnLayout.of(TestSeat.all());

        assertThat(map.places()).hasSize(650);
        assertThat(new HashSet<>(map.places().values())).hasSize(650);
    }

    @Test
    void theWholeCountryIsDrawnAsItLies() throws IOException {
        var seats = TestSeat.all();
        var map = OwnLayout.of(seats);

        assertThat(height(map, seats, "Scotland")).isGreaterThan(height(map, seats, "North West"));
        assertThat(height(map, seats, "North West")).isGreaterThan(height(map, seats, "South West"));
        assertThat(column(map, seats, "Wales")).isLessThan(column(map, seats, "London"));
    }

    @Test
    void aPartOfTheCountryStandsCloseTogether() throws IOException {
        var some = TestSeat.all().stream()
                .filter(seat -> seat.constituency().code().hashCode() % 10 == 0)
                .toList();
        var map = OwnLayout.of(some);

        assertThat(new HashSet<>(map.places().values())).hasSameSizeAs(some);
        assertThat(map.places().values().stream().mapToInt(Place::r).summaryStatistics())
                .satisfies(rows -> assertThat(rows.getMax() - rows.getMin()).isLessThan(26));
    }

    @Test
    void seatsWithoutARegionAndMoreThanThereAreFindARoomToo() {
        var many = IntStream.range(0, 900)
                .mapToObj(number ->
                        TestSeat.of("E14%06d".formatted(number), "Place " + number, number % 3 == 0 ? null : "London"))
                .toList();

        assertThat(new HashSet<>(OwnLayout.of(many).places().values())).hasSize(900);
        assertThat(OwnLayout.of(List.of()).places()).isEmpty();
    }

    private static double height(ConstituencyMap map, List<Seat> seats, String region) {
        return in(seats, region).stream()
                .mapToInt(code -> map.at(code).r())
                .average()
                .orElseThrow();
    }

    private static double column(ConstituencyMap map, List<Seat> seats, String region) {
        return in(seats, region).stream()
                .mapToInt(code -> map.at(code).q())
                .average()
                .orElseThrow();
    }

    private static List<String> in(List<Seat> seats, String region) {
        return seats.stream()
                .filter(seat -> region.equals(seat.region())
                        || region.equals(seat.constituency().nation()))
                .map(seat -> seat.constituency().code())
                .toList();
    }
}
