package org.centrallobby.lookup.dataset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.centrallobby.lookup.file.Rejections.Rejection;
import org.centrallobby.lookup.file.Table;

/**
 * What came of reading a source.
 *
 * @param rows rows or answers that were read
 * @param rejected how many of them could not be used
 * @param reasons how many for each reason
 * @param lines the first of them
 * @param unknownCodes how many of them name a constituency that there is not
 * @param notes what is worth knowing besides, in sentences
 */
record ReadReport(
        long rows,
        long rejected,
        Map<String, Long> reasons,
        List<Rejection> lines,
        long unknownCodes,
        List<String> notes) {

    private static final int NAMED = 50;

    /** Everything was used. */
    static ReadReport clean(long rows, List<String> notes) {
        return new ReadReport(rows, 0, Map.of(), List.of(), 0, notes);
    }

    static ReadReport of(Table.Outcome outcome, List<String> notes) {
        var rejected = outcome.rejected();
        var reasons = rejected.stream()
                .collect(Collectors.groupingBy(Rejection::reason, TreeMap::new, Collectors.counting()));
        return new ReadReport(
                outcome.rows(),
                rejected.size(),
                reasons,
                rejected.stream().limit(NAMED).toList(),
                0,
                notes);
    }
}
