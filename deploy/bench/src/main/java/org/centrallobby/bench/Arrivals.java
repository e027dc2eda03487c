package org.centrallobby.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * When those who come are due: fixed before the first of them has come, so that nothing a service does changes it.
 *
 * @param dues nanoseconds from the start, ascending
 */
record Arrivals(long[] dues) {
    /** One after another at the same distance. */
    static Arrivals even(double perSecond, Duration time) {
        var count = (int) Math.round(perSecond * time.toNanos() / 1e9);
        var dues = new long[count];
        Arrays.setAll(dues, number -> (long) (number * 1e9 / perSecond));
        return new Arrivals(dues);
    }

    /** Independently of each other, as strangers come: a Poisson process. The same seed gives the same moments. */
    static Arrivals random(double perSecond, Duration time, long seed) {
        return surge(perSecond, Duration.ZERO, time, seed);
    }

    /** Independently of each other, at a rate that grows evenly from none to the full one and is then held. */
    static Arrivals surge(double perSecond, Duration rise, Duration held, long seed) {
        var random = new Random(seed);
        var risen = perSecond * seconds(rise) / 2;
        var expected = risen + perSecond * seconds(held);
        var dues = new long[(int) (expected + 10 * Math.sqrt(expected) + 10)];
        var count = 0;
        // Of a process with one arrival a second on the mean, seen on a clock that runs as the expected number grows.
        for (var reached = next(random); reached < expected && count < dues.length; reached += next(random)) {
            var second = reached < risen
                    ? Math.sqrt(2 * reached * seconds(rise) / perSecond)
                    : seconds(rise) + (reached - risen) / perSecond;
            dues[count++] = (long) (second * 1e9);
        }
        return new Arrivals(Arrays.copyOf(dues, count));
    }

    private static double next(Random random) {
        return -Math.log(1 - random.nextDouble());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    int count() {
        return dues.length;
    }

    long due(int number) {
        return dues[number];
    }

    @Override
    public String toString() {
        return "Arrivals[%d]".formatted(dues.length);
    }
}
