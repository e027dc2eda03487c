package org.centrallobby.mail.pacing;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * A share that changes with the time of the day: points such as {@code 07:00=0.2 09:00=1 17:30=1 20:00=0.2} with straight
 * lines between them, from the last over midnight to the first as well.
 */
final class Curve {
    private static final double DAY = 24 * 3600;

    private final TreeMap<LocalTime, Double> points = new TreeMap<>();

    private Curve() {}

    static Curve always() {
        var curve = new Curve();
        curve.points.put(LocalTime.MIDNIGHT, 1.0);
        return curve;
    }

    /** @throws IllegalArgumentException that says what is wrong with the text */
    static Curve parse(String text) {
        var curve = new Curve();
        for (var point : text.strip().split("[\\s,]+")) {
            var parts = point.split("=");
            try {
                var share = Double.parseDouble(parts[1]);
                if (!(share >= 0 && share <= 1)) {
                    throw new IllegalArgumentException("A share of a curve is from 0 to 1, not " + parts[1]);
                }
                curve.points.put(LocalTime.parse(parts[0]), share);
            } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "A curve consists of points such as 09:00=1 17:30=0.2, not of \"" + point + '"', e);
            }
        }
        return curve;
    }

    /** Whether it is 0 at all times. */
    boolean isNever() {
        return points.values().stream().allMatch(share -> share == 0);
    }

    double at(LocalTime time) {
        var before = floor(time);
        var after = ceiling(time);
        var span = distance(before.getKey(), after.getKey());
        if (span == 0) {
            return before.getValue();
        }
        var part = distance(before.getKey(), time) / span;
        return before.getValue() + (after.getValue() - before.getValue()) * part;
    }

    private Map.Entry<LocalTime, Double> floor(LocalTime time) {
        var entry = points.floorEntry(time);
        return entry == null ? points.lastEntry() : entry;
    }

    private Map.Entry<LocalTime, Double> ceiling(LocalTime time) {
        var entry = points.ceilingEntry(time);
        return entry == null ? points.firstEntry() : entry;
    }

    /** Seconds from one time of the day forward to another. */
    private static double distance(LocalTime from, LocalTime to) {
        var seconds = to.toSecondOfDay() - from.toSecondOfDay();
        return seconds < 0 ? seconds + DAY : seconds;
    }
}
