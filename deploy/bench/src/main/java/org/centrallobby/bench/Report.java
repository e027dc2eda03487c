package org.centrallobby.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table of figures. */
final class Report {
    private final String title;
    private final List<Line> lines = new ArrayList<>();

    Report(String title) {
        this.title = title;
    }

    /** Whether a figure reached its target; where it has none it is told for comparison. */
    enum Verdict {
        MET,
        MISSED,
        NONE
    }

    private record Line(String what, String measured, String target, String baseline, Verdict verdict) {}

    void add(String what, String measured, String target, String baseline, boolean met) {
        lines.add(new Line(what, measured, target, baseline, met ? Verdict.MET : Verdict.MISSED));
    }

    /** A figure without a target. */
    void tell(String what, String measured, String baseline) {
        lines.add(new Line(what, measured, "", baseline, Verdict.NONE));
    }

    boolean allMet() {
        return lines.stream().noneMatch(line -> line.verdict() == Verdict.MISSED);
    }

    /** The table in Markdown. */
    String markdown() {
        return "%s%n%n| what | measured | target | baseline in the same run | |%n|---|---|---|---|---|%n%s%n"
                .formatted(title, lines.stream().map(Report::row).collect(Collectors.joining("\n")));
    }

    private static String row(Line line) {
        var verdict = switch (line.verdict()) {
            case MET -> "met";
            case MISSED -> "**missed**";
            case NONE -> "";
        };
        return "| %s | %s | %s | %s | %s |"
                .formatted(line.what(), line.measured(), line.target(), line.baseline(), verdict);
    }
}
