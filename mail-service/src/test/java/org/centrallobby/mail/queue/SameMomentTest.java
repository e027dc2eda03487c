package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.RowLocks;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a mail with which two do something at the same moment. */
@ServiceTest
class SameMomentTest {
    private static final Duration LATER = Duration.ofHours(1);

    @Inject
    Queue queue;

    @Inject
    Hands hands;

    @Inject
    Levers levers;

    @Inject
    Mails mails;

    @Inject
    Returns returns;

    @Inject
    EntityManager database;

    private final UUID sender = Requests.id();
    private final UUID id = Requests.id();

    @BeforeEach
    void aMailIsInASendersHands() {
        hands.lives(sender, Duration.ofMinutes(1));
        var expiry = InstantSource.system().instant().plus(LATER);
        hands.claim(SendingTest.mail(id, Requests.recipient(id), expiry), sender);
    }

    @AfterEach
    void itsSenderGoes() {
        hands.goes(sender);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED_FOR_NOW, DEFERRED, RECALLED", "UNCERTAIN, UNCERTAIN, SENT", "UNCERTAIN, HELD, SENT"})
    void aMailThatItsSenderLetsGoOfIsTakenBackAtOnce(Verdict verdict, MailState to, MailState end) {
        meanwhile(() -> hands.record(sender, id, verdict, to, LATER), () -> queue.recall(id));

        assertThat(mail().state()).isEqualTo(end);
    }

    @Test
    void aMailThatIsCancelledWhenItIsJustInDoubtSaysSo() {
        hands.record(sender, id, Verdict.REFUSED_FOR_NOW, MailState.DEFERRED, LATER);

        meanwhile(this::itIsInDoubt, () -> levers.cancel(id));

        assertThat(mail().state()).isEqualTo(MailState.CANCELLED);
        assertThat(Objects.requireNonNull(mail().lastReply()).text()).contains("it may have arrived");
    }

    @Test
    void aMailThatComesBackWhenItIsJustHandedOverHasComeBack() {
        var why = new Reply(550, "5.1.1", "no such office");

        meanwhile(
                () -> hands.record(sender, id, Verdict.ACCEPTED, MailState.SENT, LATER),
                () -> assertThat(returns.bounced(id, why)).isTrue());

        assertThat(mail().state()).isEqualTo(MailState.BOUNCED);
    }

    @Test
    void aMailThatArrivedThoughItsSenderIsJustInDoubtHasArrived() {
        meanwhile(
                () -> hands.record(sender, id, Verdict.UNCERTAIN, MailState.UNCERTAIN, LATER),
                () -> returns.arrived(id));

        assertThat(mail().state()).isEqualTo(MailState.SENT);
    }

    /** The other begins before the change is committed, and ends after it. */
    private void meanwhile(Runnable change, Runnable other) {
        var going = QuarkusTransaction.requiringNew().call(() -> {
            change.run();
            var waiting = CompletableFuture.runAsync(other);
            await("the other is done or waits for the mail's row")
                    .pollInSameThread()
                    .until(() -> waiting.isDone() || RowLocks.somebodyWaits(database));
            return waiting;
        });
        going.join();
    }

    private void itIsInDoubt() {
        database.createNativeQuery("update mail set state = 'uncertain', perhaps_sent = true where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private Mail mail() {
        return QuarkusTransaction.requiringNew().call(() -> mails.findById(id));
    }
}
