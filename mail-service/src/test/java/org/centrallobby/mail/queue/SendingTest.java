package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.pacing.Brake;
import org.centrallobby.mail.pacing.PauseScope;
import org.centrallobby.mail.pacing.Pauses;
import org.centrallobby.mail.pacing.Turnstile;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.Relays;
import org.centrallobby.mail.smtp.Verdict;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Mailbox.Refusal;
import org.centrallobby.testbed.Mailbox.Stage;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.ReceivedMail;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class SendingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UUID ORGANISATION = UUID.fromString("01936f00-0000-7000-8000-0000000000aa");
    private static final UUID CAMPAIGN = UUID.fromString("01936f00-0000-7000-8000-000000000001");

    @Testbed.Inject
    Broker broker;

    @Testbed.Inject
    Mailbox mailbox;

    @Testbed.Inject
    Postgres postgres;

    @Inject
    Queue queue;

    @Inject
    Claims claims;

    @Inject
    Hands hands;

    @Inject
    Levers levers;

    @Inject
    TakeOver takeOver;

    @Inject
    Turnstile turnstile;

    @Inject
    Brake brake;

    @Inject
    QueueMetrics metrics;

    @Inject
    Aging aging;

    @Inject
    Pauses pauses;

    @Inject
    Relays relays;

    @Inject
    Mails mails;

    @Inject
    EntityManager database;

    @AfterEach
    void everythingWorksAgain() {
        mailbox.refuse(null);
        mailbox.delayAcceptance(0);
        pauses.resume(PauseScope.EVERYTHING, "");
    }

    @Test
    void whatIsRefusedForAWhileArrivesAllTheSame() {
        mailbox.refuse(new Refusal(Stage.END_OF_DATA, 451, "4.7.1 Try again later"));
        var ids = IntStream.range(0, 20).mapToObj(number -> queued()).toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("attempts > 0", ids)).isEqualTo(ids.size()));

        mailbox.refuse(null);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("state = 'sent'", ids)).isEqualTo(ids.size()));
        assertThat(ids).allSatisfy(id -> assertThat(arrived(id)).hasSize(1));
        var deferred = reports(ids.getFirst()).get(1);
        assertThat(deferred.data()).contains("\"code\":451", "\"enhanced\":\"4.7.1\"", "\"attempts\":1");
        assertThat(Contract.of("delivery.v1").violations(String.valueOf(deferred.data())))
                .isEmpty();
    }

    @Test
    void whatIsRefusedForGoodFailsAtOnceAndIsNotTriedAgain() {
        mailbox.refuse(new Refusal(Stage.RECIPIENT, 550, "5.1.1 No such user"));
        var id = queued();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(id)).containsExactly("queued", "failed"));
        assertThat(reports(id).getLast().data()).contains("\"code\":550", "\"enhanced\":\"5.1.1\"", "\"attempts\":1");
        assertThat(Contract.of("delivery.v1")
                        .violations(String.valueOf(reports(id).getLast().data())))
                .isEmpty();
    }

    @Test
    void aRelayThatRefusesThePlatformCostsNoMail() {
        mailbox.refuse(new Refusal(Stage.MAIL, 550, "5.7.1 You are blocked"));
        var ids = IntStream.range(0, 40).mapToObj(number -> queued()).toList();
        await().pollDelay(Duration.ofSeconds(3))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(attempts(ids)).isPositive());
        // One mail at a time tries: never all of them, again and again.
        assertThat(attempts(ids)).isLessThan(20);

        mailbox.refuse(null);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("state = 'sent'", ids)).isEqualTo(ids.size()));
    }

    @Test
    void whileNobodyListensMailsWaitAndThenAllLeave() {
        mailbox.stop();
        List<UUID> ids;
        try {
            ids = IntStream.range(0, 40).mapToObj(number -> queued()).toList();
            await().pollDelay(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(count("state = 'queued'", ids)).isPositive());
            assertThat(attempts(ids)).as("mails offered to nobody").isZero();
        } finally {
            mailbox.start();
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("state = 'sent'", ids)).isEqualTo(ids.size()));
        assertThat(ids).allSatisfy(id -> assertThat(arrived(id)).hasSize(1));
    }

    @Test
    void aMailWhoseTimeIsOverFails() {
        mailbox.refuse(new Refusal(Stage.RECIPIENT, 450, "4.2.0 Greylisted"));
        var id = queued(now().plusSeconds(3));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(id)).contains("deferred"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(id)).last().isEqualTo("failed"));
        assertThat(reports(id).getLast().data()).contains("\"code\":450");
        assertThat(arrived(id)).isEmpty();
    }

    @Test
    void aMailToSomebodyWhoHasNothingToDoWithATrialFailsWithItsReason() {
        var id = Requests.id();
        queue.accept(List.of(mail(id, "somebody@mp.invalid", now().plusSeconds(600))));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(id)).last().isEqualTo("failed"));
        assertThat(reports(id).getLast().data()).contains("\"code\":null", "safety.allowed-recipients");
    }

    @Test
    void whatADeadSenderHadInItsHandsIsTakenOver() {
        var dead = Requests.id();
        hands.lives(dead, Duration.ofMillis(1));
        var id = claimedBy(dead);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(id)).containsExactly("queued", "sent"));
        assertThat(arrived(id)).hasSize(1);
    }

    @Test
    void whatADeadSenderWasHandingOverIsUncertainAndOfferedOnceMoreUnderTheSameName() {
        var dead = Requests.id();
        hands.lives(dead, Duration.ofSeconds(20));
        var id = claimedBy(dead);
        hands.handsOver(id);
        hands.goes(dead);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(id)).containsExactly("queued", "deferred", "sent"));
        assertThat(count("perhaps_sent and attempts = 2", List.of(id))).isEqualTo(1);
        assertThat(verdicts(id)).containsExactly("UNCERTAIN", "ACCEPTED");
        assertThat(arrived(id)).hasSize(1);
    }

    @Test
    void whatStaysUncertainIsHeldAndLeftToTheOperator() {
        var sender = Requests.id();
        hands.lives(sender, Duration.ofMinutes(1));
        var id = claimedBy(sender);
        hands.record(sender, id, Verdict.UNCERTAIN, MailState.UNCERTAIN, Duration.ofHours(1));
        change("update mail set state = 'sending', claimed_by = '%s' where id = '%s'".formatted(sender, id));
        hands.handsOver(id);
        hands.goes(sender);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(id)).isEqualTo(MailState.HELD));
        assertThat(levers.retry(id)).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(id)).isEqualTo(MailState.SENT));
        assertThat(levers.retry(id)).isFalse();
    }

    @Test
    void aMailThatIsHeldAndToBeForgottenEndsAsSentAndIsNotOfferedAgain() {
        var sender = Requests.id();
        hands.lives(sender, Duration.ofMinutes(1));
        var id = claimedBy(sender);
        hands.record(sender, id, Verdict.UNCERTAIN, MailState.UNCERTAIN, Duration.ofHours(1));
        change("update mail set state = 'sending', claimed_by = '%s' where id = '%s'".formatted(sender, id));
        queue.forget(new ToForget(id, MailKind.LETTER));
        hands.record(sender, id, Verdict.UNCERTAIN, MailState.HELD, Duration.ofHours(1));
        hands.goes(sender);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(id)).endsWith("sent", "erased"));
        assertThat(levers.retry(id)).isFalse();
        assertThat(count("state = 'sent' and lane is null and mailbox is null", List.of(id)))
                .isEqualTo(1);
        assertThat(arrived(id)).isEmpty();
    }

    @Test
    void whatALivingSenderHasInItsHandsIsLeftToIt() {
        var living = Requests.id();
        hands.lives(living, Duration.ofMinutes(1));
        var id = claimedBy(living);
        takeOver.some(Duration.ZERO, false);

        assertThat(state(id)).isEqualTo(MailState.SENDING);
        assertThat(arrived(id)).isEmpty();
        hands.goes(living);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(id)).contains("sent"));
    }

    @Test
    void whoLostItsClaimOverwritesNothing() {
        var loser = Requests.id();
        var winner = Requests.id();
        hands.lives(winner, Duration.ofMinutes(1));
        hands.lives(loser, Duration.ofMinutes(1));
        var id = claimedBy(winner);

        assertThat(hands.permits(loser, id)).isFalse();
        assertThat(hands.record(loser, id, Verdict.ACCEPTED, MailState.SENT, Duration.ZERO))
                .isFalse();
        assertThat(state(id)).isEqualTo(MailState.SENDING);
        assertThat(outcomes(id)).doesNotContain("sent");

        assertThat(hands.permits(winner, id)).isTrue();
        assertThat(hands.record(winner, id, Verdict.ACCEPTED, MailState.SENT, Duration.ZERO))
                .isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(id)).containsExactly("queued", "sent"));
        hands.goes(winner);
    }

    @Test
    void nothingIsHandedOverThatWasStoppedOrRecalledOrClaimedTooLongAgoOrUnderALapsedLease() {
        var sender = Requests.id();
        hands.lives(sender, Duration.ofMinutes(1));
        var id = claimedBy(sender);
        for (var scope : List.of(
                Map.entry(PauseScope.EVERYTHING, ""),
                Map.entry(PauseScope.CAMPAIGN, CAMPAIGN.toString()),
                Map.entry(PauseScope.ORGANISATION, ORGANISATION.toString()),
                Map.entry(PauseScope.DESTINATION, "mp.example"))) {
            pauses.pause(scope.getKey(), scope.getValue());
            assertThat(hands.permits(sender, id)).as(scope.getKey().word()).isFalse();
            pauses.resume(scope.getKey(), scope.getValue());
            assertThat(hands.permits(sender, id)).isTrue();
        }
        change("update mail set claimed_at = now() - interval '2 minutes' where id = '%s'".formatted(id));
        assertThat(hands.permits(sender, id)).isFalse();
        change("update mail set claimed_at = now(), recall_asked = true where id = '%s'".formatted(id));
        assertThat(hands.permits(sender, id)).isFalse();
        change("update mail set recall_asked = false where id = '%s'".formatted(id));
        assertThat(hands.permits(sender, id)).isTrue();
        hands.lives(sender, Duration.ofMillis(-1));
        assertThat(hands.permits(sender, id)).isFalse();
        hands.goes(sender);
    }

    @Test
    void aMailTakenBackWhileItIsBeingSentIsNotTriedAgain() {
        var sender = Requests.id();
        hands.lives(sender, Duration.ofMinutes(1));
        var id = claimedBy(sender);

        queue.recall(id);
        hands.record(sender, id, Verdict.REFUSED_FOR_NOW, MailState.DEFERRED, Duration.ofHours(1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(id)).containsExactly("queued", "deferred", "recalled"));
        assertThat(arrived(id)).isEmpty();
        hands.goes(sender);
    }

    @Test
    void aMailThatTheRelayMayHaveIsNotCalledRecalledAndNotTriedAgain() {
        var waiting = uncertain(Duration.ofHours(1), id -> {});
        var refusedSince = refusedAfterItWasUncertain();
        var inHand = uncertain(Duration.ofHours(1), queue::recall);

        queue.recall(waiting);
        queue.recall(refusedSince);

        for (var id : List.of(waiting, inHand)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(outcomes(id)).containsExactly("queued", "deferred", "sent"));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(outcomes(refusedSince)).endsWith("sent").doesNotContain("recalled"));
        assertThat(reports(waiting).getLast().data()).contains("\"code\":null", "never answered");
        assertThat(Contract.of("delivery.v1")
                        .violations(String.valueOf(reports(waiting).getLast().data())))
                .isEmpty();
        assertThat(List.of(waiting, refusedSince, inHand))
                .allSatisfy(id -> assertThat(arrived(id)).isEmpty());
    }

    @Test
    void aMailThatTheRelayMayHaveHasFailedInDoubtHoweverItEnds() {
        mailbox.refuse(new Refusal(Stage.RECIPIENT, 550, "5.1.1 No such user"));
        var refused = uncertain(Duration.ZERO, id -> {});
        var cancelled = uncertain(Duration.ofHours(1), id -> {});
        var expired = uncertain(Duration.ofHours(1), id -> {});

        levers.cancel(cancelled);
        change("update mail set expires_at = now() where id = '%s'".formatted(expired));

        assertThat(List.of(refused, cancelled, expired)).allSatisfy(id -> {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(outcomes(id)).endsWith("failed"));
            var report = String.valueOf(reports(id).getLast().data());
            assertThat(report).contains("\"reason\":\"in-doubt\"", "may have arrived");
            assertThat(Contract.of("delivery.v1").violations(report)).isEmpty();
        });
    }

    @Test
    void aPausedQueueTakesMailsAndSendsNoneUntilItIsResumed() {
        pauses.pause(PauseScope.EVERYTHING, "");
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        var ids = IntStream.range(0, 20).mapToObj(number -> queued()).toList();

        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(ids).allSatisfy(id -> assertThat(arrived(id)).isEmpty()));

        pauses.resume(PauseScope.EVERYTHING, "");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(ids).allSatisfy(id -> assertThat(arrived(id)).hasSize(1)));
    }

    @Test
    void twoSendersAtOnceSendEachMailOnce() throws InterruptedException {
        mailbox.delayAcceptance(5);
        var second = another();
        second.start();
        try {
            var ids = IntStream.range(0, 400).mapToObj(number -> queued()).toList();

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(count("state = 'sent'", ids)).isEqualTo(400));
            assertThat(ids).allSatisfy(id -> assertThat(arrived(id)).hasSize(1));
            assertThat(sendersOf(ids)).as("both had their part").hasSize(2);
        } finally {
            second.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void aSenderThatStopsGivesBackWhatItHas() throws InterruptedException {
        mailbox.delayAcceptance(50);
        var second = another();
        var ids = IntStream.range(0, 200).mapToObj(number -> queued()).toList();
        second.start();
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        second.stop(Duration.ofSeconds(5));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("state = 'sent'", ids)).isEqualTo(200));
        assertThat(ids).allSatisfy(id -> assertThat(arrived(id)).hasSize(1));
    }

    @Test
    void whatWasSentLongEnoughAgoSettlesAndIsErasedLater() {
        var id = queued();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(id)).isEqualTo(MailState.SENT));
        aging.settle();
        assertThat(state(id)).isEqualTo(MailState.SENT);

        ages(id, Duration.ofHours(49));
        aging.settle();
        assertThat(state(id)).isEqualTo(MailState.SETTLED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(id)).containsExactly("queued", "sent", "settled"));
        aging.erase();
        assertThat(count("erased_at is null and exists (select 1 from content where mail = id)", List.of(id)))
                .isEqualTo(1);

        ages(id, Duration.ofDays(29));
        aging.erase();
        assertThat(count(
                        "erased_at is not null and mailbox is null and not exists (select 1 from content where mail = id)",
                        List.of(id)))
                .isEqualTo(1);
        queue.accept(List.of(mail(id, Requests.recipient(id), now().plusSeconds(600))));
        assertThat(state(id)).as("asked for again much later").isEqualTo(MailState.SETTLED);

        aging.delete();
        assertThat(count("true", List.of(id))).isEqualTo(1);
        change("update mail set erased_at = now() - interval '181 days' where id = '%s'".formatted(id));
        aging.delete();
        assertThat(count("true", List.of(id))).isZero();
    }

    @Test
    void whatATransactionClaimedThatNobodyHeardOfGoesBackInLine() {
        var lease = new Lease(Quick.FAST.lease(), System::nanoTime);
        lease.renew(sender -> claims.renew(sender, Duration.ofMinutes(1)));
        var fetching = new Fetching(claims, lease, List.of());
        var id = claimedBy(lease.sender());

        fetching.reconcile();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(count("state = 'sent'", List.of(id))).isEqualTo(1));
    }

    @Test
    void withoutItsDatabaseNothingIsBegunAndAfterwardsNothingIsLostOrRepeated() {
        mailbox.delayAcceptance(100);
        var ids = IntStream.range(0, 200).mapToObj(number -> queued()).toList();
        await().atMost(PATIENCE).until(() -> arrivals(ids) > 20);
        long atStop;
        postgres.stop();
        try {
            atStop = arrivals(ids);
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(arrivals(ids))
                    .as("mails under way are finished, no more")
                    .isBetween(atStop, atStop + 8);
        } finally {
            postgres.start();
        }

        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(count("state = 'sent'", ids)).isEqualTo(200));
        assertThat(ids).allSatisfy(id -> assertThat(arrived(id)).hasSize(1));
    }

    private long arrivals(List<UUID> ids) {
        return ids.stream().filter(id -> !arrived(id).isEmpty()).count();
    }

    private UUID queued() {
        return queued(now().plusSeconds(3600));
    }

    private UUID queued(Instant expiresAt) {
        var id = Requests.id();
        queue.accept(List.of(mail(id, Requests.recipient(id), expiresAt)));
        return id;
    }

    private UUID claimedBy(UUID sender) {
        var id = Requests.id();
        hands.claim(mail(id, Requests.recipient(id), now().plusSeconds(3600)), sender);
        return id;
    }

    private Sender another() {
        return new Sender(
                new Sender.SenderParts(claims, takeOver, pauses, brake, metrics, turnstile.claimValidity()),
                relays.all(),
                Quick.FAST,
                InstantSource.system());
    }

    /**
     * A mail that the relay had wholly and never answered, back in line.
     *
     * @param meanwhile what happens while it is in its sender's hands
     */
    private UUID uncertain(Duration pause, Consumer<UUID> meanwhile) {
        var sender = Requests.id();
        hands.lives(sender, Duration.ofMinutes(1));
        var id = claimedBy(sender);
        meanwhile.accept(id);
        hands.record(sender, id, Verdict.UNCERTAIN, MailState.UNCERTAIN, pause);
        hands.goes(sender);
        return id;
    }

    private UUID refusedAfterItWasUncertain() {
        mailbox.refuse(new Refusal(Stage.RECIPIENT, 451, "4.7.1 Try again later"));
        var id = uncertain(Duration.ZERO, mail -> {});
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("state = 'deferred' and attempts > 1", List.of(id)))
                        .isEqualTo(1));
        return id;
    }

    private void ages(UUID id, Duration age) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update mail set changed_at = now() - :age * interval '1 second' where id = :id")
                        .setParameter("age", age.toSeconds())
                        .setParameter("id", id)
                        .executeUpdate());
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private List<Object> verdicts(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select verdict from attempt where mail = :id order by number", Object.class)
                        .setParameter("id", id)
                        .getResultList());
    }

    static NewMail mail(UUID id, String to, Instant expiresAt) {
        return new NewMail(
                id,
                MailKind.LETTER,
                ORGANISATION,
                CAMPAIGN,
                "procurement-bill",
                "Take surveillance cameras out of public buildings",
                "Siân O'Brien",
                null,
                new Correspondent("Siân O'Brien", EmailAddress.parse("sian@example.org")),
                new Correspondent(null, EmailAddress.parse(to)),
                "The Procurement Bill",
                "Dear Sir Iain,\n\nplease.\n",
                false,
                Instant.parse("2026-11-23T10:15:30Z"),
                expiresAt,
                null);
    }

    private MailState state(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> mails.findById(id).state());
    }

    private long attempts(List<UUID> ids) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select sum(attempts) from mail where id in (:ids)")
                                .setParameter("ids", ids)
                                .getSingleResult())
                        .longValue());
    }

    private long count(String condition, List<UUID> ids) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from mail where id in (:ids) and " + condition)
                                .setParameter("ids", ids)
                                .getSingleResult())
                        .longValue());
    }

    private HashSet<Object> sendersOf(List<UUID> ids) {
        return new HashSet<>(QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select distinct sender from attempt where mail in (:ids)")
                        .setParameter("ids", ids)
                        .getResultList()));
    }

    private List<ReceivedMail> arrived(UUID id) {
        return mailbox.mailsTo(Requests.recipient(id));
    }

    private List<String> outcomes(UUID id) {
        return reports(id).stream().map(event -> event.type().split("\\.")[3]).toList();
    }

    private List<Event> reports(UUID id) {
        return Event.of(broker, Topics.DELIVERIES, id.toString());
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }
}
