package org.centrallobby.e2e.chaos;

import java.time.Duration;

/**
 * One fault of a plan.
 *
 * @param at when it begins, from the beginning of the run
 * @param length how long it is kept up; what it takes to recover comes on top
 * @param skew how far the clock is set forward, or back; zero for other kinds
 */
record Fault(Duration at, Target target, FaultKind kind, Duration length, Duration skew) {
    Duration end() {
        return at.plus(length);
    }

    String text() {
        var what = kind == FaultKind.SKEW ? "%s by %+d s".formatted(kind.title(), skew.toSeconds()) : kind.title();
        return "%6.1f s  %-18s %s for %.1f s"
                .formatted(at.toMillis() / 1e3, target.title(), what, length.toMillis() / 1e3);
    }
}
