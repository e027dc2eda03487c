package org.centrallobby.lookup.dataset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Header;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.file.Table;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.jspecify.annotations.Nullable;

/** Reads who holds each seat from a CSV file with a row for each, vacant ones included. Without a column of offices nobody holds any. */
final class MemberFile {
    private static final String VACANT = "Vacant";
    private static final String NO_EMAIL = "No email found";

    private final Boundaries boundaries;
    private final Map<String, Seat> seats = new TreeMap<>();
    private final Set<Integer> members = new HashSet<>();

    private MemberFile(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /** @throws BadFile if the file cannot be used at all */
    static ReadPart read(Source source, Boundaries boundaries) {
        var file = new MemberFile(boundaries);
        var outcome = Table.read(source, file::rows);
        return new ReadPart(Part.MEMBERS, new PartContent.Members(file.seats), ReadReport.of(outcome, List.of()));
    }

    private Consumer<Table.Cells> rows(Header header) {
        var code = header.required("constituency", "pcon_code|pcon(\\d\\d)?cd|constituency_code");
        var id = header.required("member's id", "member_id");
        var title = header.required("full title", "full_title");
        var name = header.required("name", "display_as");
        var address = header.optional("form of address", "address_as");
        var party = header.required("party", "party_text");
        var email = header.required("e-mail address", "member_email");
        var offices = header.optional("offices", "offices");
        var since = header.optional("day of the change", "since");
        return row -> {
            var constituency =
                    SeatCells.constituency(row, row.text(code), boundaries).code();
            var day = day(row, row.text(since));
            if (seats.containsKey(constituency)) {
                throw row.bad("the constituency stands in the file twice");
            }
            if (row.text(id).equalsIgnoreCase(VACANT)) {
                seats.put(constituency, Seat.vacant(day));
                return;
            }
            var member = Member.of(
                            member(row, row.text(id)),
                            filled(row, row.text(name)),
                            filled(row, row.text(title)),
                            row.text(address).isEmpty() ? null : row.text(address),
                            filled(row, row.text(party)),
                            contact(row, row.text(email)))
                    .holding(Arrays.asList(row.text(offices).split(";")));
            if (!members.add(member.id())) {
                throw row.bad("the member stands in the file twice");
            }
            seats.put(constituency, Seat.filled(member, day));
        };
    }

    private static int member(Table.Cells row, String text) {
        try {
            var id = Integer.parseInt(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            throw row.bad("the member's id is neither a number nor the word Vacant");
        }
        throw row.bad("the member's id is not positive");
    }

    private static String filled(Table.Cells row, String text) {
        // The replacement character shows that the file was not UTF-8: better no name than a mangled one.
        if (text.isEmpty() || text.indexOf('\uFFFD') >= 0) {
            throw row.bad("name, title or party is missing or not UTF-8");
        }
        return text;
    }

    private static Contact contact(Table.Cells row, String email) {
        return email.isEmpty() || email.equalsIgnoreCase(NO_EMAIL) ? Contact.NONE : SeatCells.email(row, email);
    }

    private static @Nullable LocalDate day(Table.Cells row, String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw row.bad("the day is not YYYY-MM-DD");
        }
    }
}
