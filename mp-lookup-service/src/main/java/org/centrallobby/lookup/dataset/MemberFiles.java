package org.centrallobby.lookup.dataset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.dataset.Sources.MemberSources;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.ContactKind;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.jspecify.annotations.Nullable;

/** Reads who holds each seat, a row each, and what corrects it. */
final class MemberFiles {
    private static final String VACANT = "Vacant";
    private static final String NO_EMAIL = "No email found";

    private final Boundaries boundaries;
    private final Map<String, Contact> corrections = new HashMap<>();
    private final Map<String, Seat> seats = new TreeMap<>();
    private final HashSet<Integer> members = new HashSet<>();

    private MemberFiles(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /**
     * The seats by the codes of their constituencies.
     *
     * @throws BadFile if one of the files cannot be used
     */
    static Map<String, Seat> read(MemberSources sources, Boundaries boundaries) {
        var files = new MemberFiles(boundaries);
        sources.corrections().ifPresent(source -> Table.read(source, files::corrections));
        Table.read(sources.members(), files::members);
        if (files.seats.isEmpty()) {
            throw new BadFile(sources.members().name(), "the file holds no seat");
        }
        return files.seats;
    }

    private Consumer<Table.Row> corrections(Table header) {
        var code = header.required("constituency", "constituency_code|pcon_code|pcon(\\d\\d)?(cd)?");
        var kind = header.required("way", "contact");
        var value = header.required("address", "value");
        return row -> {
            var known = ContactKind.of(row.text(kind))
                    .orElseThrow(() -> row.bad("the contact is not email, post or web-form"));
            var contact = switch (known) {
                case EMAIL -> email(row, row.text(value));
                case WEB_FORM -> webForm(row, row.text(value));
                case POST -> Contact.POST;
                case NONE -> Contact.NONE;
            };
            corrections.put(constituency(row, row.text(code)), contact);
        };
    }

    private Consumer<Table.Row> members(Table header) {
        var code = header.required("constituency", "pcon_code|pcon(\\d\\d)?cd|constituency_code");
        var id = header.required("member's id", "member_id");
        var title = header.required("full title", "full_title");
        var name = header.required("name", "display_as");
        var party = header.required("party", "party_text");
        var email = header.required("e-mail address", "member_email");
        var since = header.optional("day of the change", "since");
        return row -> {
            var constituency = constituency(row, row.text(code));
            var day = day(row, row.text(since));
            Seat seat;
            if (row.text(id).equals(VACANT)) {
                seat = Seat.vacant(day);
            } else {
                var contact = corrections.getOrDefault(constituency, contact(row, row.text(email)));
                seat = Seat.filled(
                        Member.of(
                                member(row, row.text(id)),
                                filled(row, row.text(name)),
                                filled(row, row.text(title)),
                                filled(row, row.text(party)),
                                contact),
                        day);
            }
            if (seats.put(constituency, seat) != null) {
                throw row.bad("the constituency stands in the file twice");
            }
        };
    }

    private String constituency(Table.Row row, String code) {
        return boundaries
                .find(code)
                .orElseThrow(
                        () -> row.bad("the constituency is none of the %s boundaries".formatted(boundaries.name())))
                .code();
    }

    private int member(Table.Row row, String text) {
        try {
            var id = Integer.parseInt(text);
            if (id > 0 && members.add(id)) {
                return id;
            }
        } catch (NumberFormatException e) {
            throw row.bad("the member's id is neither a number nor the word Vacant");
        }
        throw row.bad("the member's id is not positive or stands in the file twice");
    }

    private static String filled(Table.Row row, String text) {
        // The replacement character shows that the file was not UTF-8: better no name than a mangled one.
        if (text.isEmpty() || text.indexOf('\uFFFD') >= 0) {
            throw row.bad("name, title or party is missing or not UTF-8");
        }
        return text;
    }

    private static Contact contact(Table.Row row, String email) {
        return email.isEmpty() || email.equals(NO_EMAIL) ? Contact.NONE : email(row, email);
    }

    private static Contact email(Table.Row row, String address) {
        try {
            return Contact.email(address);
        } catch (IllegalArgumentException e) {
            throw row.bad("the e-mail address is not one");
        }
    }

    private static Contact webForm(Table.Row row, String address) {
        try {
            return Contact.webForm(address);
        } catch (IllegalArgumentException e) {
            throw row.bad("the web form's address does not begin with https://");
        }
    }

    private static @Nullable LocalDate day(Table.Row row, String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw row.bad("the day is not YYYY-MM-DD");
        }
    }
}
