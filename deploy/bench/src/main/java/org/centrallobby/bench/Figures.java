package org.centrallobby.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several runs of the same. */
record Figures(List<Double> values) {
    static Figures of(int runs, DoubleSupplier run) {
        return new Figures(
                IntStream.range(0, runs).mapToObj(i -> run.getAsDouble()).toList());
    }

    double median() {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median, and where the runs differ all of them: {@code 3.2 s (3.1 3.2 3.9)}. */
    String text(String format, String unit) {
        var each = values.stream().map(value -> text(format, value)).collect(Collectors.joining(" "));
        return "%s %s%s".formatted(text(format, median()), unit, values.size() > 1 ? " (%s)".formatted(each) : "");
    }

    static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
