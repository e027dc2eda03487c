package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.Nation;
import org.centrallobby.lookup.dataset.Sources.MemberSources;
import org.centrallobby.lookup.dataset.Sources.PostcodeSources;
import org.centrallobby.lookup.postcode.Postcode;
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
                        "W07000102", "Montgomeryshire and Glyndŵr", "Maldwyn a Glyndŵr", Nation.WALES));
        assertThat(BOUNDARIES.find("S14000058")).map(Constituency::code).hasValue("S14000111");
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
        var seats = MemberFiles.read(MemberSources.of(FixedDatasetConfig.SAMPLE), BOUNDARIES);
        var index = PostcodeFiles.read(PostcodeSources.of(FixedDatasetConfig.SAMPLE), BOUNDARIES);

        assertThat(seats.keySet().stream()
                        .map(code -> BOUNDARIES.find(code).orElseThrow().nation()))
                .contains(Nation.values());
        assertThat(seats.values()).extracting(Seat::status).contains(SeatStatus.VACANT, SeatStatus.FILLED);
        assertThat(index.constituencies()).containsExactlyInAnyOrderElementsOf(seats.keySet());
        assertThat(index.split()).isEqualTo(1);
        assertThat(index.terminated()).isGreaterThan(2);
    }

    @Test
    void everyAddressInTheSampleIsReserved() {
        assertThat(MemberFiles.read(MemberSources.of(FixedDatasetConfig.SAMPLE), BOUNDARIES).values().stream()
                        .map(Seat::member)
                        .filter(Objects::nonNull)
                        .map(member -> member.contact().email())
                        .filter(Objects::nonNull))
                .hasSizeGreaterThan(50)
                .allMatch(email -> email.endsWith("@mp.example"));
    }

    @Test
    void everyMemberInTheSampleHeldTheSeatThatDay() {
        var sample = MemberFiles.read(MemberSources.of(FixedDatasetConfig.SAMPLE), BOUNDARIES);
        var real = MemberFiles.read(real("2026-06-27"), BOUNDARIES);
        var vacant = MemberFiles.read(real("2026-05-19"), BOUNDARIES);

        var softly = new SoftAssertions();
        sample.forEach((code, seat) -> {
            var then = (seat.status() == SeatStatus.VACANT ? vacant : real).get(code);
            softly.assertThat(facts(seat)).as(code).isEqualTo(facts(Objects.requireNonNull(then)));
        });
        softly.assertAll();
    }

    @Test
    void everyPostcodeInTheSampleLiesWhereTheDirectorySays() {
        var real = PostcodeFiles.read(
                PostcodeSources.of(FixedDatasetConfig.of(RealData.file("postcode_pcon24_gb.csv.gz"), null)),
                BOUNDARIES);
        var softly = new SoftAssertions();
        var compared = new HashMap<String, Integer>();

        Table.read(Source.shipped("sample/postcodes.csv"), header -> {
            var postcode = header.required("postcode", "pcds");
            var code = header.required("constituency", "pcon24cd");
            return row -> {
                var known =
                        Postcode.ofCompact(row.text(postcode).replace(" ", "")).orElseThrow();
                if (row.text(code).startsWith("E")
                        || row.text(code).startsWith("S")
                        || row.text(code).startsWith("W")) {
                    compared.merge(row.text(code), 1, Integer::sum);
                    softly.assertThat(real.find(known).orElseThrow().codes())
                            .as("line of %s", known)
                            .containsExactly(row.text(code));
                }
            };
        });

        softly.assertAll();
        assertThat(compared)
                .hasSize(58)
                .allSatisfy((code, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
    }

    private static MemberSources real(String day) {
        return MemberSources.of(FixedDatasetConfig.of(null, RealData.file("members/mp_lookup_%s.csv".formatted(day))));
    }

    private static String facts(Seat seat) {
        var member = seat.member();
        return member == null
                ? seat.status().word()
                : String.join("|", Integer.toString(member.id()), member.name(), member.fullTitle(), member.party());
    }
}
