package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.seat.SeatStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberFileTest {
    private static final String HEADER =
            "pcon_name,pcon_code,member_id,full_title,display_as,party_text,member_email,since\n";
    private static final String CHINGFORD =
            "Chingford and Woodford Green,E14001167,152,Rt Hon Sir Iain Duncan Smith MP,Sir Iain Duncan Smith,Conservative,%s,\n";

    @Test
    void aRowIsAMember() {
        assertThat(member(read(HEADER + CHINGFORD.formatted("iain@mp.example"))))
                .isEqualTo(new Member(
                        152,
                        "Sir Iain Duncan Smith",
                        "Rt Hon Sir Iain Duncan Smith MP",
                        "Sir Iain",
                        "Conservative",
                        null,
                        List.of(),
                        true,
                        Contact.email("iain@mp.example")));
    }

    @Test
    void aColumnMayNameTheOffices() {
        var text = HEADER.replace("since", "since,offices")
                + CHINGFORD.formatted("").replace("\n", ",\" Chair of the Treasury Committee;;Whip ; Whip\"\n");

        assertThat(member(read(text)).offices()).containsExactly("Chair of the Treasury Committee", "Whip");
    }

    @Test
    void aVacantSeatHasNoMember() {
        var seats = read(HEADER + "Makerfield,E14001350,Vacant,Vacant,Vacant,Vacant,No email found,2026-05-19\n");

        assertThat(seats).containsEntry("E14001350", Seat.vacant(LocalDate.of(2026, 5, 19)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No email found", ""})
    void noAddressMeansThatNoWayIsKnown(String email) {
        assertThat(member(read(HEADER + CHINGFORD.formatted(email))).contact()).isEqualTo(Contact.NONE);
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
    void whatIsNotAnAddressIsRejectedWithoutRepeatingIt(String email) {
        var read = Sent.read(Part.MEMBERS, HEADER + CHINGFORD.formatted(email));

        assertThat(read.report().lines())
                .extracting(line -> line.line() + " " + line.reason())
                .containsExactly("2 the e-mail address is not one");
        assertThat(read.content().records()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X,E14000001,1,A MP,A,Labour,a@mp.example, | 2 the constituency is none of the 2024 boundaries",
                "X,E14001167,one,A MP,A,Labour,a@mp.example, | 2 the member's id is neither a number nor the word Vacant",
                "X,E14001167,0,A MP,A,Labour,a@mp.example, | 2 the member's id is not positive",
                "X,E14001167,1,A MP,,Labour,a@mp.example, | 2 name, title or party is missing or not UTF-8",
                "X,E14001167,1,A MP,A,Labour,a@mp.example,May | 2 the day is not YYYY-MM-DD",
                "X,E14001167,1,A MP,A,Labour,a@mp.example,/X,E14001167,2,B MP,B,Labour,b@mp.example, | 3 the constituency stands in the file twice",
                "X,E14001167,1,A MP,A,Labour,a@mp.example,/X,E14001350,1,A MP,A,Labour,a@mp.example, | 3 the member stands in the file twice",
            })
    void aBadLineIsNamed(String rows, String reason) {
        assertThat(Sent.read(Part.MEMBERS, HEADER + rows.replace('/', '\n'))
                        .report()
                        .lines())
                .extracting(line -> line.line() + " " + line.reason())
                .containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-27", "2026-05-19", "2026-06-27"})
    void everyRealMemberIsAddressedInAWayThatReads(String day) {
        var read = Sent.read(Part.MEMBERS, Source.of(RealData.file("members/mp_lookup_%s.csv".formatted(day))));
        var seats = seats(read);

        assertThat(read.report().rejected()).isZero();
        assertThat(seats).hasSize(650);
        assertThat(seats.values().stream().filter(seat -> seat.status() == SeatStatus.VACANT))
                .hasSize(day.equals("2026-05-19") ? 3 : 0);
        var softly = new SoftAssertions();
        seats.values().stream().map(Seat::member).filter(Objects::nonNull).forEach(member -> {
            softly.assertThat(member.fullTitle()).contains(" MP").doesNotContain("  ");
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

    private static Map<String, Seat> read(String text) {
        return seats(Sent.read(Part.MEMBERS, text));
    }

    private static Map<String, Seat> seats(ReadPart read) {
        return ((PartContent.Members) read.content()).seats();
    }
}
