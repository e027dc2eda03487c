package org.centrallobby.lookup.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.centrallobby.lookup.file.Rejections.Rejection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of loading a part.
 *
 * @param rows rows or answers that were read
 * @param records postcodes, seats or corrections that came of them
 * @param rejected rows that could not be used
 * @param reasons how many for each reason
 * @param lines the first of them, by file and line
 * @param checks what the data must be, and whether they are
 * @param announced how many seats have changed and were announced
 * @param notes what is worth knowing besides
 */
@Schema(name = "ImportReport")
record ImportReport(
        long rows,
        int records,
        long rejected,
        Map<String, Long> reasons,
        List<Rejection> lines,
        List<Check> checks,
        int announced,
        List<String> notes) {

    static ImportReport of(ReadPart read, List<Check> checks, int announced) {
        var report = read.report();
        return new ImportReport(
                report.rows(),
                read.content().records(),
                report.rejected(),
                report.reasons(),
                report.lines(),
                checks,
                announced,
                report.notes());
    }

    /** The source could not be read at all. */
    static ImportReport unreadable(String reason) {
        return new ImportReport(0, 0, 0, Map.of(), List.of(), List.of(), 0, List.of(reason));
    }

    ImportReport announcing(int seats) {
        return new ImportReport(rows, records, rejected, reasons, lines, checks, seats, notes);
    }

    @JsonIgnore
    boolean isPassed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** The reasons of a refusal in one line. */
    @JsonIgnore
    String refusal() {
        var failed = checks.stream()
                .filter(check -> !check.passed())
                .map(check -> "\"%s\" does not hold (%s)".formatted(check.name(), check.detail()))
                .toList();
        return String.join("; ", failed.isEmpty() ? notes : failed);
    }
}
