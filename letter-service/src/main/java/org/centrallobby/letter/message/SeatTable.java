package org.centrallobby.letter.message;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;

/**
 * A table that an organisation uploads: CSV with a head line (RFC 4180), UTF-8 with or without a byte order mark, a row a seat.
 * It says all that is wrong with it at once, by line.
 */
final class SeatTable {
    /** More rows than there are seats, with room for several a seat. */
    private static final int MOST_ROWS = 5_000;

    private static final int MOST_ERRORS = 50;

    /**
     * A row and the seat that it speaks of.
     *
     * @param byMember whether the row names the member and not the place: then it follows them to another seat
     */
    record Row(Seat seat, boolean byMember, NamedCsvRecord cells) {
        /** The cell without blanks around it; empty where the row or the table has none. */
        String cell(String column) {
            return cells.findField(column).map(String::strip).orElse("");
        }
    }

    private final SeatNames names;
    private final List<FieldError> errors = new ArrayList<>();

    SeatTable(List<Seat> seats) {
        this.names = new SeatNames(seats);
    }

    /** @param wanted columns that every row has to fill beside the seat's */
    List<Row> read(String csv, List<String> wanted) {
        var rows = new ArrayList<Row>();
        if (csv.indexOf('\0') >= 0) {
            errors.add(new FieldError("#", "This is not text: take the NUL characters out."));
            check();
        }
        try (var reader = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(normalised(csv))) {
            for (var cells : reader) {
                if (rows.size() >= MOST_ROWS) {
                    complain(cells, "Keep the table to %,d rows.".formatted(MOST_ROWS));
                    break;
                }
                row(cells, wanted).ifPresent(rows::add);
                if (errors.size() >= MOST_ERRORS) {
                    break;
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            errors.add(new FieldError("#", "This is not CSV: look for a quotation mark that is not closed."));
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("#", "Send CSV: a head line, and below it a row for each seat."));
        }
        check();
        return rows;
    }

    void complain(NamedCsvRecord cells, String detail) {
        errors.add(new FieldError("#", detail, (int) cells.getStartingLineNumber(), 1));
    }

    /** Throws one failure for all that was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "Correct the lines named below; nothing of the table was kept.",
                    errors);
        }
    }

    private Optional<Row> row(NamedCsvRecord cells, List<String> wanted) {
        var place = cells.findField("constituency").map(String::strip).orElse("");
        var member = cells.findField("member").map(String::strip).orElse("");
        if (place.isEmpty() && member.isEmpty()) {
            complain(cells, "Name the seat in a column \"constituency\" (code or name) or \"member\" (id or name).");
            return Optional.empty();
        }
        for (var column : wanted) {
            if (cells.findField(column).map(String::isBlank).orElse(true)) {
                complain(cells, "Fill the column \"%s\".".formatted(column));
                return Optional.empty();
            }
        }
        var seat = place.isEmpty() ? names.member(member) : names.constituency(place);
        if (seat.isEmpty()) {
            complain(
                    cells,
                    place.isEmpty() ? "No member of the House has this name or id." : "There is no such constituency.");
        }
        return seat.map(found -> new Row(found, place.isEmpty(), cells));
    }

    /** Without the mark that spreadsheets put first, the head in lower case. */
    private static String normalised(String csv) {
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var head = text.indexOf('\n');
        return head < 0 ? text : text.substring(0, head).toLowerCase(Locale.ROOT) + text.substring(head);
    }
}
