package org.centrallobby.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a service tells of itself at one moment, in the text format of Prometheus. */
record Metrics(String text) {
    static Metrics of(Service service) {
        return new Metrics(service.get("/q/metrics").body());
    }

    /**
     * Below what so large a share of a histogram's values lies that came since then: the upper bound of its bucket, in the
     * metric's unit. Not a number where none came.
     */
    double quantileSince(Metrics then, String name, double share) {
        var before = then.buckets(name);
        var now = buckets(name);
        var all = now.isEmpty() ? 0 : now.lastEntry().getValue() - before.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
        return now.entrySet().stream()
                .filter(bucket -> all > 0)
                .filter(bucket -> bucket.getValue() - before.getOrDefault(bucket.getKey(), 0.0) >= share * all)
                .mapToDouble(Map.Entry::getKey)
                .findFirst()
                .orElse(Double.NaN);
    }

    private TreeMap<Double, Double> buckets(String name) {
        var buckets = new TreeMap<Double, Double>();
        Pattern.compile("^%s_bucket\\{[^}]*le=\"([^\"]+)\"[^}]*} (\\S+)$".formatted(name), Pattern.MULTILINE)
                .matcher(text)
                .results()
                .forEach(bucket -> buckets.merge(
                        bucket.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bucket.group(1)),
                        Double.parseDouble(bucket.group(2)),
                        Double::sum));
        return buckets;
    }

    /** The sum of a metric over all its labels; not a number where there is none. */
    double sum(String name) {
        return sum(name, "");
    }

    /** The sum over those series of a metric that have this label, such as {@code quantile="0.99"}. */
    double sum(String name, String label) {
        var series = Pattern.compile(
                "^%s(?:\\{[^}]*%s[^}]*})? (\\S+)$".formatted(Pattern.quote(name), Pattern.quote(label)),
                Pattern.MULTILINE);
        var values = series.matcher(text)
                .results()
                .filter(found -> found.group().contains(label))
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .toArray();
        return values.length == 0 ? Double.NaN : java.util.Arrays.stream(values).sum();
    }
}
