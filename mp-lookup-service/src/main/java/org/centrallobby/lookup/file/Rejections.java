package org.centrallobby.lookup.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows that could not be used: how many for each reason, and the first ones by their lines. */
public final class Rejections {
    /** So many are named by their line. */
    private static final int NAMED = 50;

    private final Map<String, Long> reasons = new TreeMap<>();
    private final List<Rejected> first = new ArrayList<>();

    private record Rejected(long position, String reason) {}

    /** A row that was not used. */
    public record Rejection(String file, long line, String reason) {}

    /** A row of a scan is not used. */
    public void add(Row row, String reason) {
        add(reason, 1);
        if (first.size() < NAMED) {
            first.add(new Rejected(row.position(), reason));
        }
    }

    /** So many rows are not used; nobody knows any more where they stood. */
    public void add(String reason, long count) {
        reasons.merge(reason, count, Long::sum);
    }

    /** Takes in those of another thread. */
    public void addAll(Rejections others) {
        others.reasons.forEach(this::add);
        first.addAll(others.first);
    }

    public long count() {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many rows were rejected, by the reason. */
    public Map<String, Long> reasons() {
        return Map.copyOf(reasons);
    }

    /** The first of them in the order of files and lines. */
    public List<Rejection> named(LineScan.Lines lines) {
        return first.stream()
                .sorted(Comparator.comparingLong(Rejected::position))
                .limit(NAMED)
                .map(rejected -> new Rejection(
                        lines.file(rejected.position()), lines.number(rejected.position()), rejected.reason()))
                .toList();
    }
}
