package org.centrallobby.lookup.parliament;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.constituency.FoldedName;
import org.centrallobby.lookup.fetch.FixedFetchConfig;
import org.centrallobby.lookup.fetch.PoliteClient;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.seat.SeatStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real House as it was on three days, told in the API's words. */
class RealMembersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-06-28T12:00:00Z"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2026-02-27, 0", "2026-05-19, 3", "2026-06-27, 0"})
    void everySeatIsMatchedAndEveryMemberIsAddressedInAWayThatReads(String day, int vacancies) throws IOException {
        var rows = rows(day);
        var answer = read(rows);

        assertThat(answer.seats()).hasSize(650);
        assertThat(answer.seats().values().stream().filter(seat -> seat.status() == SeatStatus.VACANT))
                .hasSize(vacancies);
        var softly = new SoftAssertions();
        for (var row : rows) {
            var member = Optional.ofNullable(answer.seats().get(row.getField("pcon_code")))
                    .map(Seat::member)
                    .orElse(null);
            if (member == null) {
                softly.assertThat(row.getField("member_id")).isEqualTo("Vacant");
            } else {
                check(softly, row, member);
            }
        }
        softly.assertAll();
    }

    @Test
    void everySourcesSpellingOfASeatIsUnderstood() throws IOException {
        var official = names("constituencies.json", "", "");
        var others = names("constituency_names_cy.json", "parlcon_2024_gss_code", "parlcon_2024_name");

        assertThat(official).hasSize(650);
        // Five seats have earlier codes here.
        assertThat(others).hasSize(645);
        assertMatched(official);
        assertMatched(others);
    }

    private static void assertMatched(Map<String, String> nameOf) {
        Stream.<UnaryOperator<String>>of(
                        name -> name,
                        FoldedName::unaccented,
                        name -> name.toUpperCase(Locale.UK),
                        name -> name.replace(" and ", " & ").replace("-", " "))
                .forEach(spelling -> {
                    var number = new AtomicInteger();
                    var sitting = new HashMap<String, Sitting>();
                    nameOf.forEach((code, name) -> sitting.put(
                            code,
                            new Sitting(
                                    "page",
                                    number.incrementAndGet(),
                                    spelling.apply(name),
                                    "Ann Invented",
                                    "Ann Invented MP",
                                    null,
                                    "Labour",
                                    null)));
                    assertThat(Seating.of(sitting.values(), Seats2024.BOUNDARIES)
                                    .members())
                            .containsExactlyInAnyOrderEntriesOf(sitting);
                });
    }

    private static void check(SoftAssertions softly, NamedCsvRecord row, Member member) {
        softly.assertThat(member.id()).isEqualTo(Integer.parseInt(row.getField("member_id")));
        softly.assertThat(member.fullTitle()).endsWith(" MP").doesNotContain("  ");
        softly.assertThat(member.salutation())
                .as("the salutation of %s", member.name())
                .matches("(Sir|Dame) \\S+|(Mr|Mrs|Ms|Miss|Dr) \\S+|Mr Speaker|\\p{Lu}\\S+( \\S+){1,3}");
        var last = member.name().substring(member.name().lastIndexOf(' ') + 1);
        softly.assertThat(member.salutation().startsWith("Sir ")
                        || member.salutation().startsWith("Dame ")
                        || member.salutation().equals("Mr Speaker")
                        || member.salutation().endsWith(last))
                .as("the salutation of %s", member.name())
                .isTrue();
        var email = row.getField("member_email");
        softly.assertThat(member.contact())
                .as("the contact of %s", member.name())
                .isEqualTo(email.equals("No email found") ? Contact.NONE : Contact.email(expected(email)));
    }

    private static String expected(String email) {
        return email.toLowerCase(Locale.ROOT).endsWith("@parliament.uk") ? email.toLowerCase(Locale.ROOT) : email;
    }

    private ParliamentAnswer read(List<NamedCsvRecord> rows) throws IOException {
        var members = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : rows) {
            if (!row.getField("member_id").equals("Vacant")) {
                var id = Integer.parseInt(row.getField("member_id"));
                // Parliament leaves out the accents of some.
                var member = FakeParliament.member(id, FoldedName.unaccented(row.getField("pcon_name")));
                member.put("nameDisplayAs", row.getField("display_as"));
                member.put("nameFullTitle", row.getField("full_title"));
                member.put("nameAddressAs", suggestion(row.getField("display_as"), id));
                member.put("latestParty", Map.of("name", row.getField("party_text")));
                members.add(member);
                Files.writeString(
                        folder.resolve("contact-%d.json".formatted(id)),
                        JSON.writeValueAsString(
                                Map.of("value", List.of(Map.of("typeId", 1, "email", row.getField("member_email"))))));
            }
        }
        Files.writeString(folder.resolve("members.json"), FakeParliament.page(0, members.size(), members));
        return new ParliamentSeats(
                        new FixedParliamentConfig(URI.create("https://members.example"), Optional.empty()),
                        new PoliteClient(FixedFetchConfig.QUICK, CLOCK),
                        new RememberedContacts(),
                        CLOCK)
                .read(folder, Seats2024.BOUNDARIES);
    }

    /** A third have a suggestion, a third a bare name, a third none. */
    private static @Nullable String suggestion(String name, int id) {
        var last = name.substring(name.lastIndexOf(' ') + 1);
        return switch (id % 3) {
            case 0 -> "Mr " + last;
            case 1 -> last;
            default -> null;
        };
    }

    private static List<NamedCsvRecord> rows(String day) throws IOException {
        try (var reader =
                CsvReader.builder().ofNamedCsvRecord(RealData.file("members/mp_lookup_%s.csv".formatted(day)))) {
            return reader.stream().toList();
        }
    }

    /** Names by codes, from a file that is an object of names or of objects. */
    private static Map<String, String> names(String file, String code, String name) throws IOException {
        var known = new HashMap<String, String>();
        for (var entry : JSON.readTree(RealData.file(file).toFile()).properties()) {
            JsonNode value = entry.getValue();
            var key = code.isEmpty() ? entry.getKey() : value.path(code).asText();
            var text = code.isEmpty() ? value.asText() : value.path(name).asText("");
            if (Seats2024.BOUNDARIES.find(key).isPresent() && !text.isEmpty() && !text.equals("null")) {
                known.put(key, Objects.requireNonNull(text));
            }
        }
        return known;
    }
}
