package org.centrallobby.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.Topics;

/** From Kafka into the durable queue, while nothing is sent. */
final class IngestBench {
    private static final double PER_SECOND = 5_000;

    private final MailStage stage;
    private final int mails;

    IngestBench(MailStage stage, int mails) {
        this.stage = stage;
        this.mails = mails;
    }

    void run() {
        // Nobody listens there: a mail that left would fail.
        var environment = stage.environment(Ports.free(), Map.of());
        try (var service = stage.start("mail-ingest", environment)) {
            var queue = new MailQueue(service);
            queue.pause();
            stage.progress().say("Warming up");
            stage.mails(5_000).publish(0, warmUp());
            stage.await("mails", queue::all, () -> queue.all() >= warmUp());
            stage.progress().say("%,d mails into the queue".formatted(mails));
            var time = service.processorTime();
            var databaseTime = stage.surroundings().databaseTime();
            var perSecond = take(queue);
            var serviceEach = service.processorTime().millisecondsEach(time, mails);
            var databaseEach = stage.surroundings().databaseTime().millisecondsEach(databaseTime, mails);
            var read = read();
            stage.report()
                    .add(
                            "Kafka into the durable queue, %,d mails".formatted(mails),
                            "%.0f/s".formatted(perSecond),
                            "at least 5,000/s",
                            "%.0f/s read by a consumer that does nothing with them".formatted(read),
                            perSecond >= PER_SECOND);
            stage.report()
                    .tell(
                            "processor time of a mail there",
                            "%.2f ms service, %.2f ms PostgreSQL".formatted(serviceEach, databaseEach),
                            "0.4 ms: both processors at 5,000/s");
        }
    }

    private int warmUp() {
        return stage.quick() ? 50 : 20_000;
    }

    private double take(MailQueue queue) {
        var requested = stage.mails(5_000);
        var wanted = queue.all() + mails;
        var begun = System.nanoTime();
        requested.publish(0, mails);
        // To count costs the database something: not too often.
        while (queue.all() < wanted) {
            MailStage.pause(Duration.ofMillis(250));
            if (System.nanoTime() - begun > Duration.ofMinutes(20).toNanos()) {
                throw new CannotMeasure("The mails were not taken within 20 minutes");
            }
        }
        return mails / ((System.nanoTime() - begun) / 1e9);
    }

    /** How many a second a consumer reads that only counts them. */
    private double read() {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", stage.surroundings().broker().bootstrapServers(),
                "group.id", "bench-reader",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.MAIL_REQUESTS));
            var count = 0L;
            var begun = 0L;
            while (count < mails) {
                var records = consumer.poll(Duration.ofSeconds(1));
                begun = begun == 0 && !records.isEmpty() ? System.nanoTime() : begun;
                count += records.count();
            }
            return count / ((System.nanoTime() - begun) / 1e9);
        }
    }
}
