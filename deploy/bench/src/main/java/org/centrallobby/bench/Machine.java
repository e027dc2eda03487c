package org.centrallobby.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The machine on which everything runs. */
final class Machine {
    private static final double MOST_OTHER_WORK = 0.15;

    private Machine() {}

    /** A sentence about what the processors do while nothing of this has begun; empty where they do next to nothing. */
    static String otherWork() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        machine.getCpuLoad();
        try {
            Thread.sleep(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var load = machine.getCpuLoad();
        return load < MOST_OTHER_WORK
                ? ""
                : " The machine was busy with something else (%.0f %% before the start): figures in time are worse than it can."
                        .formatted(load * 100);
    }

    /** How many processes have wanted a processor of late, of the whole machine. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
