package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.Nation;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final Gate GATE = new Gate(new Strict(), Sent.BOUNDARIES);
    private static final String LETTERS = "ABDEFGHJLN";

    private record Strict(
            boolean wholeCountry, double rejectedShare, double liveChange, int filledSeats, int lostAddresses)
            implements GateConfig {
        Strict() {
            this(true, 0.001, 0.02, 640, 5);
        }
    }

    @Test
    void aWholeDirectoryPasses() {
        assertThat(failed(postcodes(10, ""), null)).isEmpty();
        assertThat(failed(postcodes(10, ""), before(postcodes(10, "")))).isEmpty();
    }

    @Test
    void aConstituencyWithoutAPostcodeFails() {
        var text = postcodes(10, "")
                .lines()
                .filter(line -> !line.endsWith("E14001167"))
                .collect(Collectors.joining("\n"));

        assertThat(failed(text, null)).containsExactly("every constituency has a postcode");
    }

    @Test
    void theConstituenciesOfTheDecadeBeforeFail() {
        assertThat(failed("pcds,pcon24cd\nSW1A 0AA,E14000639\n", null))
                .contains("every constituency is one of the 2024 boundaries", "every constituency has a postcode");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "6, true", "7, false", "640, false"})
    void aShareOfJunkFails(int junk, boolean passes) {
        assertThat(failed(postcodes(10, "nothing,E14001167\n".repeat(junk)), null))
                .isEqualTo(passes ? List.of() : List.of("hardly any row is unusable"));
    }

    @ParameterizedTest
    @CsvSource({"100, 99, true", "100, 97, false", "97, 100, false"})
    void aDirectoryMuchSmallerOrLargerThanTheLastFails(int before, int now, boolean passes) {
        assertThat(failed(postcodes(now, ""), before(postcodes(before, ""))))
                .isEqualTo(passes ? List.of() : List.of("about as many postcodes are in use as before"));
    }

    @Test
    void allSeatsPassAndOneTooFewFails() {
        assertThat(failedMembers(seats(650, 0), Map.of(), false)).isEmpty();
        assertThat(failedMembers(seats(649, 0), Map.of(), false)).containsExactly("every seat is there");
    }

    @Test
    void manyVacanciesFailUnlessParliamentIsDissolved() {
        assertThat(failedMembers(seats(650, 10), Map.of(), false)).isEmpty();
        assertThat(failedMembers(seats(650, 11), Map.of(), false)).containsExactly("nearly every seat has a member");
        assertThat(failedMembers(seats(650, 650), Map.of(), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, false"})
    void manyLostAddressesFail(int lost, boolean passes) {
        var before = seats(650, 0);
        var now = new KeptAddresses(before, java.time.LocalDate.of(2026, 6, 1)).completed(without(before, lost), true);

        assertThat(failedMembers(now, before, false))
                .isEqualTo(passes ? List.of() : List.of("hardly any member has lost the e-mail address"));
        // Once that has passed, they are not lost again.
        var later = new KeptAddresses(now, java.time.LocalDate.of(2026, 6, 2)).completed(without(before, lost), true);
        assertThat(later).isEqualTo(now);
        assertThat(failedMembers(later, now, false)).isEmpty();
    }

    private static List<String> failed(String text, @Nullable DatasetContent before) {
        return failed(GATE.checks(Sent.read(Part.POSTCODES, text), before, false));
    }

    private static List<String> failedMembers(Map<String, Seat> now, Map<String, Seat> before, boolean dissolved) {
        var read = new ReadPart(Part.MEMBERS, new PartContent.Members(now), ReadReport.clean(now.size(), List.of()));
        var content = DatasetContent.EMPTY.with(new PartContent.Members(before));
        return failed(GATE.checks(read, content, dissolved));
    }

    private static List<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.passed()).map(Check::name).toList();
    }

    private static DatasetContent before(String text) {
        return DatasetContent.EMPTY.with(Sent.read(Part.POSTCODES, text).content());
    }

    /** So many postcodes in each constituency of Great Britain, at most 100, in sectors of its own. */
    private static String postcodes(int each, String more) {
        var text = new StringBuilder("pcds,pcon24cd\n");
        var number = 0;
        for (var constituency : Sent.BOUNDARIES.all()) {
            if (constituency.nation() != Nation.NORTHERN_IRELAND) {
                for (var i = 0; i < each; i++) {
                    text.append("%c%c%d %d%c%c,%s\n"
                            .formatted(
                                    'A' + number / 100,
                                    'A' + number / 10 % 10,
                                    number % 10,
                                    1,
                                    LETTERS.charAt(i / 10),
                                    LETTERS.charAt(i % 10),
                                    constituency.code()));
                }
                number++;
            }
        }
        return text.append(more).toString();
    }

    private static Map<String, Seat> seats(int count, int vacant) {
        var seats = new TreeMap<String, Seat>();
        var codes = Sent.BOUNDARIES.all().stream()
                .map(Constituency::code)
                .limit(count)
                .toList();
        for (var i = 0; i < codes.size(); i++) {
            var member =
                    Member.of(i + 1, "A Member", "A Member MP", "Labour", Contact.email("m%d@mp.example".formatted(i)));
            seats.put(codes.get(i), i < vacant ? Seat.vacant(null) : Seat.filled(member, null));
        }
        return seats;
    }

    private static Map<String, Seat> without(Map<String, Seat> seats, int lost) {
        var now = new TreeMap<>(seats);
        seats.entrySet().stream()
                .limit(lost)
                .forEach(seat -> now.put(
                        seat.getKey(),
                        Seat.filled(
                                java.util.Objects.requireNonNull(seat.getValue().member())
                                        .with(Contact.NONE),
                                null)));
        return now;
    }
}
