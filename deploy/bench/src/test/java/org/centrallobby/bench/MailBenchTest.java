package org.centrallobby.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That everything can still be measured; how fast it is depends on the machine and is no test. */
class MailBenchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void home() {
        System.setProperty("central-lobby.home", "../..");
    }

    @Test
    void everyFigureCanBeMeasured() {
        var code = new CommandLine(new MailBench()).execute("--quick", "--work", folder.toString());

        assertThat(folder.resolve("quick/mail.md"))
                .content()
                .contains("Kafka record to accepted", "Kafka into the durable queue", "first SMTP byte")
                .contains("claim of the next mails", "letters at one mailbox", "arrived twice")
                .contains("the service killed 2 times: lost | 0 |");
        assertThat(code).isZero();
    }

    @Test
    void theFullestWindowIsFoundWhereverItBegins() {
        assertThat(HotMailboxBench.mostInAWindow(new long[] {}, 10)).isZero();
        assertThat(HotMailboxBench.mostInAWindow(new long[] {0, 10, 20}, 10)).isOne();
        assertThat(HotMailboxBench.mostInAWindow(new long[] {0, 9, 17, 18, 19, 40}, 10))
                .isEqualTo(3);
        assertThat(HotMailboxBench.mostInAWindow(new long[] {0, 9, 17, 18, 18, 40}, 10))
                .isEqualTo(4);
    }

    @Test
    void metricsAreSummedOverTheirLabels() {
        var metrics = new Metrics("""
                # TYPE jvm_memory_used_bytes gauge
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 3.0E7
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 1.0E7
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 5.0E7
                queue_claim_seconds_count 12.0
                queue_claim_seconds{quantile="0.99"} 0.004
                """);

        assertThat(metrics.sum("jvm_memory_used_bytes", "area=\"heap\"")).isEqualTo(4.0E7);
        assertThat(metrics.sum("queue_claim_seconds_count")).isEqualTo(12);
        assertThat(metrics.sum("queue_claim_seconds", "quantile=\"0.99\"")).isEqualTo(0.004);
        assertThat(metrics.sum("nothing")).isNaN();
    }

    @Test
    void aQuantileIsOfWhatCameSince() {
        var then = new Metrics("""
                claim_bucket{le="0.01"} 0.0
                claim_bucket{le="0.02"} 1000.0
                claim_bucket{le="+Inf"} 1000.0
                """);
        var now = new Metrics("""
                claim_bucket{le="0.01"} 99.0
                claim_bucket{le="0.02"} 1100.0
                claim_bucket{le="+Inf"} 1100.0
                """);

        assertThat(now.quantileSince(then, "claim", 0.99)).isEqualTo(0.01);
        assertThat(now.quantileSince(then, "claim", 0.995)).isEqualTo(0.02);
        assertThat(then.quantileSince(then, "claim", 0.99)).isNaN();
    }

    @Test
    void aMailIsKnownByItsMessageId() {
        var mails = new RequestedMails("localhost:9092", 3, 10);
        var others = new RequestedMails("localhost:9092", 4, 10);

        assertThat(mails.numberOf("<%s@lobby.example>".formatted(mails.id(17)))).hasValue(17);
        assertThat(others.numberOf("<%s@lobby.example>".formatted(mails.id(17))))
                .isEmpty();
        assertThat(mails.numberOf("<%s@lobby.example>".formatted(UUID.randomUUID())))
                .isEmpty();
        assertThat(mails.numberOf("no message id")).isEmpty();
    }
}
