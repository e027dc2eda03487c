package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Faults that must not lose a letter: after each, every confirmed letter is at the MP's, and none twice. */
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
    void mailServiceIsKilledInTheMiddleOfSending() {
        var supporters = supporters(120);
        inParallel(supporters, Supporter::writeUntilAccepted);
        inParallel(supporters, Supporter::confirmationMail);
        operator("/v1/queue/pause");
        inParallel(supporters, Supporter::confirm);
        stage.mailbox().delayAcceptance(100);
        operator("/v1/queue/resume");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> arrived(supporters) >= 40);

        var mailService = stage.platform().service("mail-service");
        mailService.kill();
        stage.mailbox().delayAcceptance(0);
        assertThat(arrived(supporters)).as("letters at the moment of the kill").isLessThan(120);
        mailService.start();
        mailService.awaitReady();

        supporters.forEach(Supporter::awaitLetterAtTheMp);
        var repeated = supporters.stream()
                .map(Supporter::lettersAtTheMp)
                .filter(letters -> letters.size() > 1)
                .toList();
        // The server may have taken one mail of each worker whose outcome was not committed yet.
        assertThat(repeated).hasSizeLessThanOrEqualTo(8);
        assertThat(repeated)
                .allSatisfy(letters -> assertThat(letters)
                        .hasSize(2)
                        .extracting(letter -> letter.header("Message-ID"))
                        .doesNotContainNull()
                        .containsOnly(letters.getFirst().header("Message-ID")));
    }

    @Test
    void theSmtpServerRefusesForAWhile() {
        var supporters = supporters(20);
        supporters.forEach(Supporter::writeUntilAccepted);
        supporters.forEach(Supporter::confirmationMail);

        stage.mailbox().refuse(new Mailbox.Refusal(Mailbox.Stage.RECIPIENT, 451, "4.7.1 Try again later"));
        try {
            supporters.forEach(Supporter::confirm);
            pause(Duration.ofSeconds(4));
            assertThat(arrived(supporters))
                    .as("letters while the server refuses")
                    .isZero();
        } finally {
            stage.mailbox().refuse(null);
        }

        everyLetterArrivesOnce(supporters);
    }

    @Test
    void postgresqlIsRestartedUnderLoad() throws ExecutionException, InterruptedException {
        var supporters = supporters(60);
        try (var load = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = load.submit(() -> inParallel(supporters, Supporter::writeUntilAccepted));
            pause(Duration.ofMillis(300));
            stage.platform().postgres().stop();
            pause(Duration.ofSeconds(2));
            stage.platform().postgres().start();
            written.get();
        }
        inParallel(supporters, Supporter::confirm);

        everyLetterArrivesOnce(supporters);
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

    private void operator(String path) {
        var answer = Http.post(
                stage.platform().addresses().mailUrl() + path,
                Http.JSON.createObjectNode(),
                Map.of("Authorization", "Bearer " + stage.platform().operatorKey()));
        assertThat(answer.status()).as(path).isBetween(200, 204);
    }

    private List<Supporter> supporters(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Supporter(stage))
                .toList();
    }

    private static void inParallel(List<Supporter> supporters, java.util.function.Consumer<Supporter> step) {
        try (var workers = Executors.newFixedThreadPool(8)) {
            var steps = supporters.stream()
                    .map(supporter -> workers.submit(() -> step.accept(supporter)))
                    .toList();
            for (var pending : steps) {
                pending.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("A step of a supporter failed", e.getCause());
        }
    }

    private static long arrived(List<Supporter> supporters) {
        return supporters.stream()
                .filter(supporter -> !supporter.lettersAtTheMp().isEmpty())
                .count();
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
