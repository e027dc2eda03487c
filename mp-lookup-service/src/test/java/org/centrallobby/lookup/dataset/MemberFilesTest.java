package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.dataset.Sources.MemberSources;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.ContactKind;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.seat.SeatStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberFilesTest {
    private static final Boundaries BOUNDARIES = BoundaryFile.read();
    private static final String HEADER =
            "pcon_name,pcon_code,member_id,full_title,display_as,party_text,member_email,since\n";
    private static final String CHINGFORD =
            "Chingford and Woodford Green,E14001167,152,Rt Hon Sir Iain Duncan Smith MP,Sir Iain Duncan Smith,Conservative,%s,\n";

    @TempDir
    Path folder;

    @Test
    void aRowIsAMember() throws IOException {
        assertThat(member(read(HEADER + CHINGFORD.formatted("iain@mp.example"), "")))
                .isEqualTo(new Member(
                        152,
                        "Sir Iain Duncan Smith",
                        "Rt Hon Sir Iain Duncan Smith MP",
                        "Sir Iain",
                        "Conservative",
                        null,
                        true,
                        Contact.email("iain@mp.example")));
    }

    @Test
    void aVacantSeatHasNoMember() throws IOException {
        var seats = read(HEADER + "Makerfield,E14001350,Vacant,Vacant,Vacant,Vacant,No email found,2026-05-19\n", "");

        assertThat(seats).containsEntry("E14001350", Seat.vacant(LocalDate.of(2026, 5, 19)));
    }

    @Test
    void noAddressMeansThatNoWayIsKnown() throws IOException {
        assertThat(member(read(HEADER + CHINGFORD.formatted("No email found"), ""))
                        .contact())
                .isEqualTo(Contact.NONE);
        assertThat(member(read(HEADER + CHINGFORD.formatted(""), "")).contact()).isEqualTo(Contact.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "post, '', POST",
        "web-form, https://contact.mp.example/, WEB_FORM",
        "email, office@mp.example, EMAIL",
        "none, '', NONE",
    })
    void aCorrectionOverrules(String kind, String value, ContactKind expected) throws IOException {
        var corrections = "constituency_code,contact,value\nE14001167,%s,%s\n".formatted(kind, value);

        var contact = member(read(HEADER + CHINGFORD.formatted("iain@mp.example"), corrections))
                .contact();

        assertThat(contact.kind()).isEqualTo(expected);
        assertThat(Objects.requireNonNullElse(contact.email(), Objects.requireNonNullElse(contact.webForm(), "")))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iain",
                "a@b@mp.example",
                "iain duncan@mp.example",
                "<iain@mp.example>",
                "iain@localhost",
                "a@mp.example;b@mp.example"
            })
    void whatIsNotAnAddressIsRefusedWithoutRepeatingIt(String email) {
        assertThatThrownBy(() -> read(HEADER + CHINGFORD.formatted(email), ""))
                .isInstanceOf(BadFile.class)
                .hasMessageEndingWith("members.csv, line 2: the e-mail address is not one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X,E14000001,1,A MP,A,Labour,a@mp.example, | line 2: the constituency is none of the 2024 boundaries",
                "X,E14001167,one,A MP,A,Labour,a@mp.example, | line 2: the member's id is neither a number nor the word Vacant",
                "X,E14001167,1,A MP,,Labour,a@mp.example, | line 2: name, title or party is missing",
                "X,E14001167,1,A MP,A,Labour,a@mp.example,May | line 2: the day is not YYYY-MM-DD",
                "X,E14001167,1,A MP,A,Labour,a@mp.example,/X,E14001167,2,B MP,B,Labour,b@mp.example, | line 3: the constituency stands in the file twice",
                "X,E14001167,1,A MP,A,Labour,a@mp.example,/X,E14001350,1,A MP,A,Labour,a@mp.example, | line 3: the member's id is not positive or stands in the file twice",
            })
    void aBadLineIsNamed(String rows, String reason) {
        assertThatThrownBy(() -> read(HEADER + rows.replace('/', '\n'), ""))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("mp.example");
    }

    @Test
    void aFileWithoutSeatsIsRefused() {
        assertThatThrownBy(() -> read(HEADER, "")).hasMessageContaining("holds no seat");
    }

    @Test
    void withAFileOfMembersTheSampleCorrectsNothing() {
        assertThat(MemberSources.of(FixedDatasetConfig.of(null, Path.of("members.csv")))
                        .all())
                .extracting(Source::name)
                .containsExactly("members.csv");
        assertThat(MemberSources.of(FixedDatasetConfig.SAMPLE).all())
                .extracting(Source::name)
                .containsExactly("sample/members.csv", "sample/corrections.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-27", "2026-05-19", "2026-06-27"})
    void everyRealMemberIsAddressedInAWayThatReads(String day) {
        var seats = MemberFiles.read(
                MemberSources.of(FixedDatasetConfig.of(null, RealData.file("members/mp_lookup_%s.csv".formatted(day)))),
                BOUNDARIES);

        assertThat(seats).hasSize(650);
        assertThat(seats.values().stream().filter(seat -> seat.status() == SeatStatus.VACANT))
                .hasSize(day.equals("2026-05-19") ? 3 : 0);
        var softly = new SoftAssertions();
        seats.values().stream().map(Seat::member).filter(Objects::nonNull).forEach(member -> {
            softly.assertThat(member.fullTitle()).endsWith(" MP").doesNotContain("  ");
            softly.assertThat(member.salutation())
                    .as("the salutation of %s", member.name())
                    .matches("(Sir|Dame) \\S+|(Mr|Mrs|Ms|Miss|Dr) \\S+|Mr Speaker|(Mr )?\\p{Lu}\\S+( \\S+){1,3}")
                    .doesNotContain("Rt Hon")
                    .doesNotContainPattern("\\b(MP|KC)\\b");
        });
        softly.assertAll();
    }

    private static Member member(Map<String, Seat> seats) {
        return Objects.requireNonNull(
                Objects.requireNonNull(seats.get("E14001167")).member());
    }

    private Map<String, Seat> read(String members, String corrections) throws IOException {
        var header = corrections.isEmpty() ? "constituency_code,contact,value\n" : corrections;
        var config = FixedDatasetConfig.ofMembers(
                Files.writeString(folder.resolve("members.csv"), members),
                Files.writeString(folder.resolve("corrections.csv"), header));
        return MemberFiles.read(MemberSources.of(config), BOUNDARIES);
    }
}
