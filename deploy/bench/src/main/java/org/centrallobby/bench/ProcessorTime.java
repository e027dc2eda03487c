package org.centrallobby.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How long processes have had a processor, as Linux tells it; not a number elsewhere.
 *
 * @param seconds of all processors together
 */
record ProcessorTime(double seconds) {
    /** {@code sysconf(_SC_CLK_TCK)} on every Linux that Java runs on. */
    private static final double TICKS = 100;

    /** Counted from the name in brackets: user and system time of the process, and of its children that have ended. */
    private static final int OWN = 11;

    private static final int ENDED_CHILDREN = 13;

    /** The time of one process. */
    static ProcessorTime of(ProcessHandle process) {
        return new ProcessorTime(ticks(process, OWN) / TICKS);
    }

    /** The time of a process and of all that it started. */
    static ProcessorTime ofAll(ProcessHandle process) {
        var all = Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(each -> ticks(each, OWN))
                .sum();
        return new ProcessorTime((all + ticks(process, ENDED_CHILDREN)) / TICKS);
    }

    /** The milliseconds that each of so many pieces of work took since then. */
    double millisecondsEach(ProcessorTime then, long pieces) {
        return (seconds - then.seconds) * 1000 / pieces;
    }

    private static double ticks(ProcessHandle process, int field) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, field, field + 2)
                    .mapToDouble(Double::parseDouble)
                    .sum();
        } catch (IOException e) {
            return Files.exists(Path.of("/proc/self/stat")) ? 0 : Double.NaN;
        }
    }
}
