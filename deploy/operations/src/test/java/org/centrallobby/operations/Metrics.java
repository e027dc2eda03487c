package org.centrallobby.operations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The metrics that the services tell, by the names that Prometheus knows them by. */
final class Metrics {
    /** Of Quarkus, Micrometer, the Kafka client and Prometheus itself, as far as somebody looks at them. */
    static final Set<String> OF_LIBRARIES = Set.of(
            "up",
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_sum",
            "http_server_requests_seconds_max",
            "jvm_memory_used_bytes",
            "jvm_memory_max_bytes",
            "jvm_gc_pause_seconds_sum",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_uptime_seconds",
            "kafka_consumer_fetch_manager_records_lag_max",
            "kafka_producer_record_send_total");

    private static final Pattern METER =
            Pattern.compile("(?:Timer\\.builder|MultiGauge\\.builder|\\.(?:counter|gauge|timer))\\(\\s*\"([a-z.]+)\"");

    private Metrics() {}

    /** What the code registers. */
    static Set<String> ofTheServices() {
        var metrics = new TreeSet<String>();
        for (var service : Checkout.SERVICES) {
            Checkout.files(service + "/src/main/java", ".java")
                    .forEach(file -> METER.matcher(Checkout.text(file))
                            .results()
                            .forEach(found -> {
                                var name = found.group(1).replace('.', '_');
                                metrics.addAll(
                                        switch (found.group().replaceAll("(?s)\\(.*", "")) {
                                            case ".counter" -> List.of(name + "_total");
                                            case ".timer", "Timer.builder" ->
                                                List.of(
                                                        name + "_seconds_count",
                                                        name + "_seconds_sum",
                                                        name + "_seconds_max");
                                            default -> List.of(name);
                                        });
                            }));
        }
        return metrics;
    }

    /** What is told together: a timer's count, sum and longest are one. */
    static String family(String metric) {
        return metric.replaceAll("_(count|sum|max|total)$", "");
    }
}
