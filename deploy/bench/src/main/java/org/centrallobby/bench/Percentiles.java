package org.centrallobby.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How long something took, as those tell for whom it took longer.
 *
 * @param milliseconds the shortest first
 */
record Percentiles(double[] milliseconds) {
    static Percentiles of(DoubleStream milliseconds) {
        return new Percentiles(milliseconds.sorted().toArray());
    }

    /** Within which so large a share was done; not a number where there was none. */
    double at(double share) {
        return milliseconds.length == 0
                ? Double.NaN
                : milliseconds[Math.min(milliseconds.length - 1, (int) (milliseconds.length * share))];
    }

    int count() {
        return milliseconds.length;
    }

    /** {@code p50 3, p95 12, p99 40, p99.9 95, longest 130 ms}. */
    String text() {
        return "p50 %s, p95 %s, p99 %s, p99.9 %s, longest %s ms"
                .formatted(text(0.5), text(0.95), text(0.99), text(0.999), text(1));
    }

    private String text(double share) {
        var value = at(share);
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    @Override
    public String toString() {
        return text();
    }
}
