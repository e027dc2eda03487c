package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Mailbox.Refusal;
import org.centrallobby.testbed.Mailbox.Stage;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.centrallobby.testbed.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ForgettingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Testbed.Inject
    Broker broker;

    @Testbed.Inject
    Mailbox mailbox;

    @Testbed.Inject
    Postgres postgres;

    @Inject
    Aging aging;

    @Inject
    EntityManager database;

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
    void aMailThatWasSentIsForgottenAtOnceAndItsWriterIsInNoColumnOfAnyTable() {
        var mail = requests.request(from("Eluned Erasable"));
        awaitOutcome(mail, "sent");
        assertThat(traces(mail, "Eluned Erasable")).isNotEmpty();

        requests.forget(mail);

        awaitOutcome(mail, "erased");
        awaitOutbox();
        assertThat(traces(mail, "Eluned Erasable")).isEmpty();
        assertThat(outcomes(mail)).containsExactly("queued", "sent", "erased");
        requests.forget(mail);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(mail)).containsExactly("queued", "sent", "erased", "erased"));
        var schema = Contract.of("delivery.v1");
        assertThat(Event.of(broker, Topics.DELIVERIES, mail.toString()))
                .allSatisfy(report -> assertThat(schema.violations(String.valueOf(report.data())))
                        .isEmpty());
    }

    @Test
    void aMailThatWaitsIsTakenBackAndForgotten() {
        mailbox.refuse(new Refusal(Stage.RECIPIENT, 451, "4.7.1 Owen Erasable, try again later"));
        var mail = requests.request(from("Owen Erasable"));
        awaitOutcome(mail, "deferred");

        requests.forget(mail);

        awaitOutcome(mail, "erased");
        awaitOutbox();
        mailbox.refuse(null);
        assertThat(outcomes(mail)).endsWith("recalled", "erased").doesNotContain("sent");
        assertThat(traces(mail, "Owen Erasable")).isEmpty();
        assertThat(mailbox.mailsTo(Requests.recipient(mail))).isEmpty();
    }

    @Test
    void ofAMailWhoseRequestComesAfterwardsNothingIsKeptAndItIsNotSent() {
        var mail = Requests.id();
        requests.forget(mail);
        awaitOutcome(mail, "erased");
        // Its request may have been withdrawn and never come: this is then the only word of how the mail ended.
        assertThat(outcomes(mail)).containsExactly("recalled", "erased");

        requests.send(
                mail.toString(), "org.centrallobby.mail.requested.v1", Requests.letter(mail, from("Late Erasable")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(mail)).containsExactly("recalled", "erased", "recalled"));
        awaitOutbox();
        assertThat(traces(mail, "Late Erasable")).isEmpty();
        assertThat(mailbox.mailsTo(Requests.recipient(mail))).isEmpty();
    }

    @Test
    void aMailThatIsBeingSentIsForgottenWhenThatIsOver() {
        mailbox.refuse(new Refusal(Stage.RECIPIENT, 451, "4.7.1 Try again later"));
        var mail = requests.request(from("Busy Erasable"));
        awaitOutcome(mail, "deferred");
        var sender = UUID.randomUUID();
        change("insert into sender (id, lease_until) values ('%s', now() + interval '1 hour')".formatted(sender));
        await().atMost(PATIENCE).until(() -> change("""
                        update mail set state = 'sending', claimed_by = '%s' where id = '%s' and state = 'deferred'""".formatted(sender, mail)) == 1);

        requests.forget(mail);
        await().atMost(PATIENCE)
                .until(() ->
                        change("update mail set next_at = next_at where id = '%s' and erasure_asked".formatted(mail))
                                == 1);
        aging.eraseAsked();
        assertThat(outcomes(mail)).doesNotContain("erased");

        change("update mail set state = 'sent', claimed_by = null, lane = null where id = '%s'".formatted(mail));
        change("delete from sender where id = '%s'".formatted(sender));
        aging.eraseAsked();

        awaitOutcome(mail, "erased");
        awaitOutbox();
        assertThat(traces(mail, "Busy Erasable")).isEmpty();
    }

    private static Consumer<ObjectNode> from(String name) {
        return request -> {
            request.withObject("/from").put("name", name);
            request.withObject("/replyTo").put("name", name).put("address", name.replace(' ', '.') + "@erase.example");
            request.put("text", "Dear member,\n\nso writes " + name + "\n");
        };
    }

    private List<String> traces(UUID mail, String name) {
        return Traces.of(
                postgres.jdbcUrl("postgres"),
                List.of(name, name.replace(' ', '.') + "@erase.example", Requests.recipient(mail)));
    }

    private void awaitOutcome(UUID mail, String outcome) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(mail)).contains(outcome));
    }

    private void awaitOutbox() {
        await().atMost(PATIENCE)
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery("select position from outbox")
                                .getResultList()
                                .isEmpty()));
    }

    private int change(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private List<String> outcomes(UUID mail) {
        return Event.of(broker, Topics.DELIVERIES, mail.toString()).stream()
                .map(event -> event.type().replaceAll("org\\.centrallobby\\.mail\\.(.*)\\.v1", "$1"))
                .toList();
    }
}
