package org.centrallobby.bench;

import java.util.regex.Pattern;

/** What a service tells of itself at one moment, in the text format of Prometheus. */
record Metrics(String text) {
    static Metrics of(Service service) {
        return new Metrics(service.get("/q/metrics").body());
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
