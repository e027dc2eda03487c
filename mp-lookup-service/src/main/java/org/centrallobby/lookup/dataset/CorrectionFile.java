package org.centrallobby.lookup.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Header;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.file.Table;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.ContactKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads how seats take letters: the code of the constituency, {@code email}, {@code post}, {@code web-form} or {@code none},
 * and the address. A row with the id of a member holds until that member leaves the seat.
 */
final class CorrectionFile {
    private final Boundaries boundaries;
    private final List<Correction> known = new ArrayList<>();

    private CorrectionFile(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /** @throws BadFile if the file cannot be used at all */
    static ReadPart read(Source source, Boundaries boundaries) {
        var file = new CorrectionFile(boundaries);
        var outcome = Table.read(source, file::rows);
        return new ReadPart(
                Part.CORRECTIONS,
                new PartContent.Corrections(List.copyOf(file.known)),
                ReadReport.of(outcome, List.of()));
    }

    private Consumer<Table.Cells> rows(Header header) {
        var code = header.required("constituency", "constituency_code|pcon_code|pcon(\\d\\d)?(cd)?");
        var member = header.optional("member's id", "member_id");
        var kind = header.required("way", "contact");
        var value = header.required("address", "value");
        return row -> {
            var constituency = SeatCells.constituency(row, row.text(code), boundaries);
            var correction = new Correction(
                    constituency.code(), member(row, row.text(member)), contact(row, row.text(kind), row.text(value)));
            var contradicts = known.stream()
                    .anyMatch(other -> other.constituency().equals(correction.constituency())
                            && Objects.equals(other.member(), correction.member()));
            if (contradicts) {
                throw row.bad("the seat is corrected twice");
            }
            known.add(correction);
        };
    }

    private static @Nullable Integer member(Table.Cells row, String text) {
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw row.bad("the member's id is not a number");
        }
    }

    private static Contact contact(Table.Cells row, String kind, String value) {
        return switch (ContactKind.of(kind)
                .orElseThrow(() -> row.bad("the contact is not email, post, web-form or none"))) {
            case EMAIL -> SeatCells.email(row, value);
            case WEB_FORM -> webForm(row, value);
            case POST -> Contact.POST;
            case NONE -> Contact.NONE;
        };
    }

    private static Contact webForm(Table.Cells row, String address) {
        try {
            return Contact.webForm(address);
        } catch (IllegalArgumentException e) {
            throw row.bad("the web form's address does not begin with https://");
        }
    }
}
