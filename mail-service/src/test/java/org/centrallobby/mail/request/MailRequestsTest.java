package org.centrallobby.mail.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.identity.Purpose;
import org.centrallobby.mail.identity.ReturnAddresses;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Mailbox.Refusal;
import org.centrallobby.testbed.Mailbox.Stage;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class MailRequestsTest {
    @jakarta.inject.Inject
    @SuppressWarnings("NullAway.Init")
    ReturnAddresses addresses;

    @Testbed.Inject
    Broker broker;

    @Testbed.Inject
    Mailbox mailbox;

    @SuppressWarnings("NullAway.Init")
    private Requests requests;

    @BeforeEach
    void open() {
        requests = new Requests(broker);
    }

    @AfterEach
    void close() {
        mailbox.refuse(null);
        requests.close();
    }

    @Test
    void aRequestedMailArrivesOnceAndIsReportedQueuedAndSent() {
        var mail = requests.request();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(mail)).containsExactly("queued", "sent"));
        assertThat(mailbox.mailsTo(Requests.recipient(mail))).singleElement().satisfies(received -> {
            assertThat(addresses.read(Purpose.BOUNCE, received.sender())).contains(mail);
            assertThat(received.header("Message-ID")).isEqualTo("<%s@lobby.example>".formatted(mail));
            assertThat(received.header("From"))
                    .startsWith("Siân O'Brien <sian.obrien-")
                    .satisfies(from -> assertThat(addresses.read(Purpose.REPLY, String.valueOf(from)))
                            .contains(mail));
            assertThat(received.text()).startsWith("Dear Sir Iain,\n").endsWith("for Tell Parliament.\n");
        });
        var schema = Contract.of("delivery.v1");
        assertThat(reports(mail))
                .allSatisfy(report -> assertThat(schema.violations(String.valueOf(report.data())))
                        .isEmpty());
        assertThat(reports(mail).getLast().data())
                .contains("\"attempts\":1", "\"code\":250", "\"enhanced\":\"2.0.0\"", "2.0.0 Ok: kept for 1");
    }

    @Test
    void everyExampleOfTheContractIsTaken() {
        requests.send("letter", "org.centrallobby.mail.requested.v1", Contract.example("mail-requested-letter.v1"));
        requests.send(
                "confirmation",
                "org.centrallobby.mail.requested.v1",
                Contract.example("mail-requested-confirmation.v1"));
        requests.send("recall", "org.centrallobby.mail.recalled.v1", Contract.example("mail-recalled.v1"));
        var last = requests.request();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(last)).contains("sent"));
        assertThat(deadLetters("letter", "confirmation", "recall")).isEmpty();
    }

    @Test
    void aRecordThatIsDeliveredAgainChangesAndAnnouncesNothing() {
        var mail = Requests.id();
        IntStream.range(0, 3).forEach(time -> requests.request(mail));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(mail)).contains("sent"));
        requests.request(mail);
        var later = requests.request();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(later)).contains("sent"));
        assertThat(outcomes(mail)).containsExactly("queued", "sent");
        assertThat(mailbox.mailsTo(Requests.recipient(mail))).hasSize(1);
    }

    @Test
    void whatNobodyCouldTakeIsPutAsideWithItsReasonAndItsNeighboursAreUnharmed() {
        var before = requests.request();
        var broken = List.<Consumer<ObjectNode>>of(
                request -> request.withObject("/from").put("name", "Jane\r\nBcc: victim@example.org"),
                request -> request.put("subject", "Hello\u2028Bcc: victim@example.org"),
                request -> request.withObject("/to").put("address", "a@b\r\nRCPT TO:<x@y.example>"),
                request -> request.withObject("/to").put("name", "A\u0085B"),
                request -> request.withObject("/replyTo").put("address", "nobody"),
                request -> request.withObject("/campaign").put("slug", "Not A Slug"),
                request -> request.withObject("/campaign").put("title", "x".repeat(151)),
                request -> request.put("subject", "x".repeat(201)),
                request -> request.put("text", "x".repeat(20_001)),
                request -> request.put("text", "nul\u0000"),
                request -> request.put("kind", "spam"),
                request -> request.put("expiresAt", "tomorrow"),
                request -> request.put("mail", "7"),
                request -> request.remove("to"),
                request -> request.remove("automatic"));
        broken.forEach(change ->
                requests.send("broken", "org.centrallobby.mail.requested.v1", Requests.letter(before, change)));
        // A producer's own encoder would mend half a character: only the escape carries it here.
        requests.send(
                "broken",
                "org.centrallobby.mail.requested.v1",
                Requests.letter(before, request -> request.put("text", "half")).replace("half", "half \\ud83e"));
        requests.send("broken", "org.centrallobby.mail.requested.v1", "not json");
        requests.send("broken", "org.centrallobby.mail.requested.v2", "{}");
        requests.send("broken", "org.centrallobby.mail.recalled.v1", "{\"mail\":null}");
        var after = Requests.id();
        requests.send("broken", "org.centrallobby.mail.requested.v1", Requests.letter(after, request -> {}));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcomes(after)).contains("sent"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deadLetters("broken")).hasSize(broken.size() + 4));
        assertThat(deadLetters("broken"))
                .extracting(record -> record.headers().get("dead-letter-reason"))
                .allSatisfy(reason -> assertThat(reason).isNotBlank().doesNotContain("victim"))
                .contains(
                        "from.name holds a line break or another control character",
                        "to.address is not an e-mail address",
                        "text is empty or longer than 20000 characters",
                        "ce_type is none that this service takes",
                        "the data are not JSON of the form that is asked for");
        assertThat(mailbox.mailsTo("victim@example.org")).isEmpty();
    }

    @Test
    void aMailThatIsTakenBackWhileItWaitsIsNotSent() {
        mailbox.refuse(new Refusal(Stage.RECIPIENT, 451, "4.7.1 Try again later"));
        var mail = requests.request();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(mail)).contains("deferred"));

        requests.recall(mail);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(mail)).contains("recalled"));
        mailbox.refuse(null);
        var other = requests.request();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(other)).contains("sent"));
        assertThat(outcomes(mail)).doesNotContain("sent").last().isEqualTo("recalled");
        assertThat(mailbox.mailsTo(Requests.recipient(mail))).isEmpty();
    }

    @Test
    void aRecallThatComesBeforeItsRequestCountsAllTheSame() {
        var mail = Requests.id();
        requests.recall(mail);
        requests.request(mail);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcomes(mail)).containsExactly("recalled"));
        assertThat(mailbox.mailsTo(Requests.recipient(mail))).isEmpty();
    }

    private List<String> outcomes(UUID mail) {
        return reports(mail).stream().map(event -> event.type().split("\\.")[3]).toList();
    }

    private List<Event> reports(UUID mail) {
        return Event.of(broker, Topics.DELIVERIES, mail.toString());
    }

    private List<Event> deadLetters(String... keys) {
        return Event.all(broker, Topics.MAIL_REQUESTS + Topics.DEAD_LETTER_SUFFIX).stream()
                .filter(event -> List.of(keys).contains(event.key()))
                .toList();
    }
}
