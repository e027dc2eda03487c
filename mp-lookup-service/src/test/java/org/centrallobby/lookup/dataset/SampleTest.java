package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.BoundaryFile;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.Nation;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.file.Table;
import org.centrallobby.lookup.postcode.Probe;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.seat.SeatStatus;
import org.junit.jupiter.api.Test;

/** What ships with the service, held against the files that it was taken from. */
class SampleTest {
    private static final Boundaries BOUNDARIES = BoundaryFile.read();

    @Test
    void allConstituenciesOfTheCountryShip() {
        assertThat(BOUNDARIES.all().stream()
                        .collect(Collectors.groupingBy(Constituency::nation, Collectors.counting())))
                .isEqualTo(Map.of(
                        Nation.ENGLAND, 543L, Nation.SCOTLAND, 57L, Nation.WALES, 32L, Nation.NORTHERN_IRELAND, 18L));
        assertThat(BOUNDARIES.find("W07000102"))
                .hasValue(new Constituency(
                        "W07000102", "Montgomeryshire and Glyndŵr", "Maldwyn a Glyndŵr", Nation.WALES, null));
        assertThat(BOUNDARIES.find("S14000058")).map(Constituency::code).hasValue("S14000111");
    }

    @Test
    void everyConstituencyOfEnglandAndNoOtherLiesInARegion() throws IOException {
        assertThat(BOUNDARIES.all())
                .allSatisfy(place -> assertThat(place.region() != null).isEqualTo(place.nation() == Nation.ENGLAND));

        var official = new TreeMap<String, String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(RealData.file("members/mp_lookup_2026-06-27.csv"))) {
            rows.stream()
                    .filter(row -> row.getField("country_name").equals("England"))
                    .forEach(row -> official.put(row.getField("pcon_code"), row.getField("region_name")));
        }
        assertThat(official).hasSize(543);
        assertThat(BOUNDARIES.of(Nation.ENGLAND))
                .allSatisfy(place -> assertThat(
                                Objects.requireNonNull(place.region()).title())
                        .isEqualTo(official.get(place.code())));
    }

    @Test
    void namesAndCodesAreTheOfficialOnes() throws IOException {
        var official = new ObjectMapper()
                .readValue(RealData.file("constituencies.json").toFile(), new TypeReference<Map<String, String>>() {});

        // The file writes this one without its accent.
        official.put("W07000102", "Montgomeryshire and Glyndŵr");
        assertThat(BOUNDARIES.all().stream().collect(Collectors.toMap(Constituency::code, Constituency::name)))
                .isEqualTo(official);
    }

    @Test
    void everyNationAndEverySpecialCaseIsInTheSample() {
        var seats = members(Source.shipped("sample/members.csv"));
        var directory = sample().directory();

        assertThat(seats.keySet().stream()
                        .map(code -> BOUNDARIES.find(code).orElseThrow().nation()))
                .contains(Nation.values());
        assertThat(seats.values()).extracting(Seat::status).contains(SeatStatus.VACANT, SeatStatus.FILLED);
        assertThat(sample().represented(BOUNDARIES, LocalDate.of(2026, 6, 27)).keySet())
                .isEqualTo(seats.keySet());
        assertThat(directory.splitPostcodes()).isEqualTo(1);
        assertThat(directory.terminated()).isGreaterThan(2);
    }

    @Test
    void everyAddressInTheSampleIsReserved() {
        assertThat(members(Source.shipped("sample/members.csv")).values().stream()
                        .map(Seat::member)
                        .filter(Objects::nonNull)
                        .map(member -> member.contact().email())
                        .filter(Objects::nonNull))
                .hasSizeGreaterThan(50)
                .allMatch(email -> email.endsWith("@mp.example"));
    }

    @Test
    void everyMemberInTheSampleHeldTheSeatThatDay() {
        var sample = members(Source.shipped("sample/members.csv"));
        var real = members(real("2026-06-27"));
        var vacant = members(real("2026-05-19"));

        var softly = new SoftAssertions();
        sample.forEach((code, seat) -> {
            var then = (seat.status() == SeatStatus.VACANT ? vacant : real).get(code);
            softly.assertThat(facts(seat)).as(code).isEqualTo(facts(Objects.requireNonNull(then)));
        });
        softly.assertAll();
    }

    @Test
    void everyPostcodeInTheSampleLiesWhereTheDirectorySays() {
        var real = DatasetContent.EMPTY
                .with(Sent.read(Part.POSTCODES, Source.of(RealData.file("postcode_pcon24_gb.csv.gz")))
                        .content())
                .directory();
        var softly = new SoftAssertions();
        var compared = new HashMap<String, Integer>();

        Table.read(Source.shipped("sample/postcodes.csv"), header -> {
            var postcode = header.required("postcode", "pcds");
            var code = header.required("constituency", "pcon24cd");
            return row -> {
                if (row.text(code).matches("[ESW].*")) {
                    compared.merge(row.text(code), 1, Integer::sum);
                    softly.assertThat(Probe.of(real, row.text(postcode)))
                            .as("%s", row)
                            .startsWith(row.text(code));
                }
            };
        });

        softly.assertAll();
        assertThat(compared)
                .hasSize(58)
                .allSatisfy((code, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
    }

    private static DatasetContent sample() {
        return DatasetContent.EMPTY
                .with(Sent.read(Part.POSTCODES, Source.shipped("sample/postcodes.csv"))
                        .content())
                .with(Sent.read(Part.NORTHERN_IRELAND, Source.shipped("sample/northern-ireland.csv"))
                        .content())
                .with(Sent.read(Part.SPLITS, Source.shipped("sample/splits.csv"))
                        .content())
                .with(Sent.read(Part.MEMBERS, Source.shipped("sample/members.csv"))
                        .content());
    }

    private static Map<String, Seat> members(Source source) {
        return ((PartContent.Members) Sent.read(Part.MEMBERS, source).content()).seats();
    }

    private static Source real(String day) {
        return Source.of(RealData.file("members/mp_lookup_%s.csv".formatted(day)));
    }

    private static String facts(Seat seat) {
        var member = seat.member();
        return member == null
                ? seat.status().word()
                : String.join("|", Integer.toString(member.id()), member.name(), member.fullTitle(), member.party());
    }
}
