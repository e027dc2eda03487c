package org.centrallobby.bench;

import java.util.ArrayList;
import java.util.List;

/** The numbered parts of a benchmark, of which only some may be wanted. One that cannot be measured keeps no other from it. */
final class Parts {
    private final String command;
    private final List<Integer> wanted;
    private final Progress progress;
    private final List<String> failed = new ArrayList<>();

    /** @param command as its user calls it */
    Parts(String command, List<Integer> wanted, Progress progress) {
        this.command = command;
        this.wanted = wanted;
        this.progress = progress;
    }

    void measure(int number, String name, Runnable benchmark) {
        if (!wanted.contains(number)) {
            return;
        }
        progress.say("%d: %s".formatted(number, name));
        try {
            benchmark.run();
        } catch (CannotMeasure e) {
            failed.add(name);
            System.err.printf("%s: %s could not be measured: %s%n", command, name, e.getMessage());
        }
    }

    boolean allMeasured() {
        return failed.isEmpty();
    }
}
