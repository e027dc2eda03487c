package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Faults with a beginning and an end that can be foretold, after which every confirmed letter is at the MP's and none twice.
 * Those of which only that can be said are made at random: {@code chaos.ChaosTest}.
 */
@ExtendWith(RunningPlatform.class)
class FaultsTest {
    private final Stage stage;

    FaultsTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void kafkaIsAwayWhileLettersAreSubmittedAndConfirmed() {
        var confirmedMeanwhile = supporters(15);
        confirmedMeanwhile.forEach(Supporter::writeUntilAccepted);
        confirmedMeanwhile.forEach(Supporter::confirmationMail);
        var writtenMeanwhile = supporters(15);

        stage.platform().broker().stop();
        try {
            writtenMeanwhile.forEach(
                    supporter -> assertThat(supporter.write().status()).isEqualTo(202));
            confirmedMeanwhile.forEach(Supporter::confirm);
        } finally {
            stage.platform().broker().start();
        }

        writtenMeanwhile.forEach(Supporter::confirm);
        everyLetterArrivesOnce(Stream.concat(confirmedMeanwhile.stream(), writtenMeanwhile.stream())
                .toList());
    }

    @Test
    void theSameKafkaRecordsAreDeliveredTwice() {
        var supporters = supporters(5);
        supporters.forEach(Supporter::writeUntilAccepted);
        supporters.forEach(Supporter::confirm);
        everyLetterArrivesOnce(supporters);

        repeatEverythingOn(Topics.MAIL_REQUESTS);
        repeatEverythingOn(Topics.DELIVERIES);

        // Per partition this letter comes after the repeats: when six have arrived every consumer has seen them.
        var later = supporters(6);
        later.forEach(Supporter::writeUntilAccepted);
        later.forEach(Supporter::confirm);
        everyLetterArrivesOnce(later);
        everyLetterArrivesOnce(supporters);
    }

    private List<Supporter> supporters(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Supporter(stage))
                .toList();
    }

    private void everyLetterArrivesOnce(List<Supporter> supporters) {
        supporters.forEach(Supporter::awaitLetterAtTheMp);
        // A second copy would follow the first within a retry or two.
        pause(Duration.ofSeconds(2));
        assertThat(supporters)
                .allSatisfy(supporter -> assertThat(supporter.lettersAtTheMp()).hasSize(1));
    }

    private void repeatEverythingOn(String topic) {
        var events = Event.all(stage.platform().broker(), topic);
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stage.platform().broker().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var event : events) {
                var repeat = new ProducerRecord<>(topic, event.key(), event.data());
                event.headers()
                        .forEach((name, value) ->
                                repeat.headers().add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                producer.send(repeat);
            }
            producer.flush();
        }
        assertThat(Event.all(stage.platform().broker(), topic)).hasSizeGreaterThanOrEqualTo(2 * events.size());
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
