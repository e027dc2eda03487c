package org.centrallobby.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a load used of the machine since a moment: processor time of each process, bytes at rest. */
final class Use {
    private static final String POSTGRESQL = "PostgreSQL";
    private static final String REST = "load, Kafka and mail server";

    private static final ProcessorTime NONE = new ProcessorTime(0);

    private final PlatformStage stage;
    private final Map<String, ProcessorTime> times;
    private final Map<String, Long> bytes;
    private final long begun = System.nanoTime();

    private Use(PlatformStage stage) {
        this.stage = stage;
        this.times = times(stage);
        this.bytes = bytes(stage);
    }

    static Use since(PlatformStage stage) {
        return new Use(stage);
    }

    /** @param letters how many came of it */
    void report(long letters) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        var spent = new StringBuilder();
        times(stage)
                .forEach((name, time) -> spent.append(spent.isEmpty() ? "" : ", ")
                        .append("%.1f %s"
                                .formatted(time.millisecondsEach(times.getOrDefault(name, NONE), letters), name)));
        stage.report().tell("surge: processor time of a letter, all of it, ms", spent.toString(), "");
        var busy = times(stage).entrySet().stream()
                .mapToDouble(time -> time.getValue().seconds()
                        - times.getOrDefault(time.getKey(), NONE).seconds())
                .sum();
        stage.report()
                .tell(
                        "surge: processors busy with it on the mean",
                        "%.2f of %d"
                                .formatted(busy / seconds, Runtime.getRuntime().availableProcessors()),
                        "");
        var kept = new StringBuilder();
        bytes(stage)
                .forEach((name, now) -> kept.append(kept.isEmpty() ? "" : ", ")
                        .append("%,.0f %s".formatted((double) (now - bytes.getOrDefault(name, 0L)) / letters, name)));
        stage.report().tell("surge: bytes that a letter leaves, indexes included", kept.toString(), "");
    }

    private static Map<String, ProcessorTime> times(PlatformStage stage) {
        var times = new LinkedHashMap<String, ProcessorTime>();
        Installation.SERVICES.forEach(
                name -> times.put(name, stage.installation().service(name).processorTime()));
        times.put(POSTGRESQL, stage.surroundings().databaseTime());
        times.put(REST, ProcessorTime.of(ProcessHandle.current()));
        return times;
    }

    private static Map<String, Long> bytes(PlatformStage stage) {
        var bytes = new LinkedHashMap<String, Long>();
        for (var name : Installation.SERVICES) {
            try (var database = stage.installation().database(name)) {
                bytes.put(name + "'s database", database.number("select pg_database_size(current_database())"));
            }
        }
        bytes.put("Kafka", stage.surroundings().kafkaBytes());
        return bytes;
    }
}
