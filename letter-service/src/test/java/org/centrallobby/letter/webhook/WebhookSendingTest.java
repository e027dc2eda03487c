package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.alarm.AlarmKind;
import org.centrallobby.letter.alarm.AlarmRaised;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.comment.CommentState;
import org.centrallobby.letter.comment.CommentStepTaken;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class WebhookSendingTest {
    private final Receiver receiver = new Receiver();

    @Inject
    Scene scene;

    @Inject
    WebhookEvents events;

    @Inject
    Event<CommentStepTaken> comments;

    @Inject
    Event<AlarmRaised> alarms;

    @Inject
    WebhookQueue queue;

    @Inject
    Courier courier;

    @Inject
    WebhookConfig config;

    @Inject
    WebhookJobs jobs;

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void everyStepOfALetterIsToldAndTheStandardsLibraryVerifiesIt() throws Exception {
        var organisation = TestOrganisation.create();
        var webhook = TestWebhook.at(organisation, receiver.url("/all"));
        TestWebhook.at(organisation, receiver.url("/some"), "letter.confirmed", "campaign.closed");
        var seat = scene.seat();
        var campaign = Scene.live(organisation.key());

        var letter = scene.write(campaign, seat, "Wanda Writer", "wanda-%s@example.org".formatted(UUID.randomUUID()));
        scene.confirm(letter);
        organisation.asProgram().post("/v1/campaigns/%s/pause".formatted(campaign.id()));
        organisation.asProgram().post("/v1/campaigns/%s/resume".formatted(campaign.id()));
        organisation.asProgram().post("/v1/campaigns/%s/close".formatted(campaign.id()));

        awaitAt("/all", 6);
        awaitAt("/some", 2);
        assertThat(receiver.at("/all"))
                .extracting(Receiver.Received::type)
                .containsExactlyInAnyOrder(
                        "campaign.published",
                        "letter.written",
                        "letter.confirmed",
                        "campaign.paused",
                        "campaign.resumed",
                        "campaign.closed");
        assertThat(receiver.at("/some"))
                .extracting(Receiver.Received::type)
                .containsExactlyInAnyOrder("letter.confirmed", "campaign.closed");
        for (var received : receiver.at("/all")) {
            new com.standardwebhooks.Webhook(webhook.secret()).verify(received.body(), received.headers());
            assertThat(received.body()).doesNotContain("Wanda", "wanda", seat.postcode(), "High Street");
        }
        var confirmed = received("/all", "letter.confirmed").json();
        assertThat(confirmed.getMap("data"))
                .isEqualTo(Map.of(
                        "letter", letter,
                        "campaign", campaign.id(),
                        "constituency", seat.constituency().code(),
                        "member", seat.member(),
                        "state", "confirmed"));
        assertThat(Instant.parse(confirmed.getString("timestamp"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void aWebhookHearsOfItsCampaignsAndItsModeAlone() {
        var organisation = TestOrganisation.create();
        var mine = TestCampaign.draft(organisation, TestCampaign.request());
        var others = TestCampaign.draft(organisation, TestCampaign.request());
        organisation
                .asProgram()
                .body(Map.of("url", receiver.url("/mine"), "campaigns", List.of(mine)))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
        TestWebhook.at(organisation, receiver.url("/all"));
        var tenant = new Tenant(UUID.fromString(organisation.id()), Mode.TEST);
        QuarkusTransaction.requiringNew()
                .run(() -> events.announce(tenant, UUID.fromString(mine), EventType.ALARM_RAISED, Instant.now(), "x"));

        organisation.asProgram().post("/v1/campaigns/%s/publish".formatted(others));
        organisation.asProgram().post("/v1/campaigns/%s/publish".formatted(mine));

        awaitAt("/all", 2);
        awaitAt("/mine", 1);
        assertThat(receiver.at("/mine").getFirst().json().getString("data.campaign"))
                .isEqualTo(mine);
        assertThat(waiting(organisation)).isEmpty();
    }

    @Test
    void aCommentThatWaitsToBeReadAndAnAlarmAreTold() {
        var organisation = TestOrganisation.create();
        var request = new HashMap<>(TestCampaign.request());
        request.put("comments", true);
        var campaign = UUID.fromString(TestCampaign.draft(organisation, request));
        TestWebhook.at(organisation, receiver.url("/"), "comment.received", "alarm.raised");
        var comment = UUID.randomUUID();
        var letter = UUID.randomUUID();
        var alarm = UUID.randomUUID();
        var owner = UUID.fromString(organisation.id());
        QuarkusTransaction.requiringNew().run(() -> {
            comments.fire(
                    new CommentStepTaken(comment, letter, campaign, owner, null, CommentState.PENDING, Instant.now()));
            comments.fire(new CommentStepTaken(
                    comment, letter, campaign, owner, CommentState.PENDING, CommentState.APPROVED, Instant.now()));
            alarms.fire(
                    new AlarmRaised(alarm, campaign, AlarmKind.EMAIL_DOMAIN, "trash.example", 25, 40, Instant.now()));
        });

        awaitAt("/", 2);
        assertThat(received("/", "comment.received").json().getMap("data"))
                .isEqualTo(Map.of(
                        "comment", comment.toString(),
                        "letter", letter.toString(),
                        "campaign", campaign.toString()));
        assertThat(received("/", "alarm.raised").json().getMap("data"))
                .isEqualTo(Map.of(
                        "alarm",
                        alarm.toString(),
                        "campaign",
                        campaign.toString(),
                        "kind",
                        "email-domain",
                        "letters",
                        25,
                        "of",
                        40));
        assertThat(waiting(organisation)).isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        var organisation = TestOrganisation.create();
        TestWebhook.at(organisation, receiver.url("/"));
        var tenant = new Tenant(UUID.fromString(organisation.id()), Mode.LIVE);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    events.announce(tenant, null, EventType.ALARM_RAISED, Instant.now(), Map.of("alarm", 1));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(scene.rows(deliveriesOf(organisation))).isEmpty();
        QuarkusTransaction.requiringNew()
                .run(() -> events.announce(tenant, null, EventType.ALARM_RAISED, Instant.now(), Map.of("alarm", 2)));
        awaitAt("/", 1);
        assertThat(receiver.at("/").getFirst().json().getInt("data.alarm")).isEqualTo(2);
    }

    @Test
    void aSecretThatIsRotatedWhileExpiredOnesAreForgottenGoesOnSigning() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        webhook.post("/rotate");
        var change = "update webhook set previous_secret_until = now() %s where id = '%s'";
        scene.change(change.formatted("- interval '1 hour'", webhook.id()));

        scene.halfWay(
                change.formatted("+ interval '1 day'", webhook.id()),
                jobs::forget,
                change.formatted("+ interval '1 day'", webhook.id()));

        assertThat(scene.rows("select 1 from webhook where id = '%s' and previous_secret is not null"
                        .formatted(webhook.id())))
                .hasSize(1);
    }

    @Test
    void afterARotationBothSecretsSignUntilTheOldOnesTimeIsOver() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        var rotated = webhook.post("/rotate");
        assertThat(rotated.get("bothSecretsUntil")).isNotNull();
        webhook.test();
        awaitAt("/", 1);

        var both = receiver.at("/").getFirst();
        assertThat(both.headers().firstValue("webhook-signature").orElseThrow().split(" "))
                .hasSize(2);
        for (var secret : List.of(webhook.secret(), String.valueOf(rotated.get("secret")))) {
            assertThatCode(() -> new com.standardwebhooks.Webhook(secret).verify(both.body(), both.headers()))
                    .doesNotThrowAnyException();
        }

        var kept = "select 1 from webhook where id = '%s' and previous_secret is not null".formatted(webhook.id());
        jobs.forget();
        assertThat(scene.rows(kept)).hasSize(1);
        scene.change("update webhook set previous_secret_until = now() where id = '%s'".formatted(webhook.id()));
        webhook.test();
        awaitAt("/", 2);
        var one = receiver.at("/").getLast();
        assertThat(one.headers().firstValue("webhook-signature").orElseThrow().split(" "))
                .hasSize(1);
        assertThatThrownBy(() -> new com.standardwebhooks.Webhook(webhook.secret()).verify(one.body(), one.headers()));
        jobs.forget();
        assertThat(scene.rows(kept)).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndEveryAttemptIsInTheLog() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        receiver.answer("/", Receiver.status(500));
        var delivery = webhook.test();
        awaitOutcomes(webhook, delivery, "rejected");

        assertThat(webhook.delivery(delivery)).containsEntry("state", "waiting");
        assertThat(secondsUntilDue(delivery)).isBetween(1.0, 6.0);
        assertThat(webhook.shown().get("failingSince")).isNotNull();

        receiver.answer("/", Receiver.status(302, "Location", receiver.url("/elsewhere")));
        letTimePass(delivery);
        awaitOutcomes(webhook, delivery, "rejected", "rejected");
        assertThat(secondsUntilDue(delivery)).isBetween(290.0, 361.0);

        receiver.answer("/", Receiver.status(200));
        letTimePass(delivery);
        awaitOutcomes(webhook, delivery, "rejected", "rejected", "accepted");
        assertThat(webhook.delivery(delivery))
                .containsEntry("state", "delivered")
                .containsEntry("nextAttemptAt", null);
        assertThat(webhook.shown().get("failingSince")).isNull();
        assertThat(receiver.at("/")).extracting(Receiver.Received::id).containsOnly(delivery);
        assertThat(receiver.at("/elsewhere")).isEmpty();
    }

    @Test
    void theTenthFailureIsTheLastAndCanBeReplayed() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        receiver.answer("/", Receiver.status(500));
        var delivery = webhook.test();
        awaitOutcomes(webhook, delivery, "rejected");
        scene.change("update webhook_delivery set tries = 9, due_at = now() where id = '%s'".formatted(delivery));
        awaitOutcomes(webhook, delivery, "rejected", "rejected");
        assertThat(webhook.delivery(delivery)).containsEntry("state", "failed");
        webhook.organisation()
                .asProgram()
                .get(webhook.path() + "/deliveries?state=failed")
                .then()
                .body("deliveries", hasSize(1));

        receiver.answer("/", Receiver.status(200));
        webhook.post("/deliveries/%s/replay".formatted(delivery));
        awaitOutcomes(webhook, delivery, "rejected", "rejected", "accepted");
        assertThat(receiver.at("/")).extracting(Receiver.Received::id).containsOnly(delivery);
    }

    @Test
    void allThatFailedSinceATimeCanBeReplayed() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        var old = webhook.test();
        var one = webhook.test();
        var other = webhook.test();
        awaitAt("/", 3);
        for (var delivery : List.of(old, one, other)) {
            awaitOutcomes(webhook, delivery, "accepted");
        }
        scene.change("update webhook_delivery set state = 'FAILED' where webhook = '%s'".formatted(webhook.id()));
        scene.change("update webhook_delivery set created_at = created_at - interval '2 days' where id = '%s'"
                .formatted(old));

        webhook.organisation()
                .asProgram()
                .body(Map.of("since", Instant.now().minusSeconds(3600).toString()))
                .post(webhook.path() + "/replay")
                .then()
                .statusCode(202)
                .body("deliveries", equalTo(2))
                .body("more", equalTo(false));

        awaitAt("/", 5);
        awaitOutcomes(webhook, one, "accepted", "accepted");
        assertThat(webhook.outcomes(old)).hasSize(1);
    }

    @Test
    void anEndpointThatIsGoneIsDisabledAtOnceAndHearsNothingUntilItIsResumed() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        receiver.answer("/", Receiver.status(410));
        var delivery = webhook.test();
        awaitOutcomes(webhook, delivery, "rejected");

        assertThat(webhook.shown()).containsEntry("state", "disabled").containsEntry("disabledBecause", "gone");
        assertThat(webhook.delivery(delivery)).containsEntry("state", "failed");
        webhook.organisation()
                .asProgram()
                .post(webhook.path() + "/test")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://centrallobby.org/problems/webhook-not-active"));
        Scene.live(webhook.organisation().key());
        assertThat(waiting(webhook.organisation())).isEmpty();

        receiver.answer("/", Receiver.status(200));
        webhook.post("/resume");
        awaitOutcomes(webhook, webhook.test(), "accepted");
    }

    @Test
    void aPausedWebhookIsToldAfterwards() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        webhook.post("/pause");
        Scene.live(webhook.organisation().key());
        assertThat(waiting(webhook.organisation())).hasSize(1);
        assertThat(queue.claim(100, List.of(), List.of()))
                .noneMatch(claimed -> claimed.webhook().toString().equals(webhook.id()));

        webhook.post("/resume");

        awaitAt("/", 1);
    }

    @Test
    void anEndpointThatAsksForRestGetsIt() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        receiver.answer("/", Receiver.status(429, "Retry-After", "600"));
        var delivery = webhook.test();
        awaitOutcomes(webhook, delivery, "rejected");
        assertThat(secondsUntilDue(delivery)).isBetween(590.0, 601.0);

        var next = webhook.test();
        assertThat(queue.claim(100, List.of(), List.of()))
                .noneMatch(claimed -> claimed.webhook().toString().equals(webhook.id()));
        scene.change("update webhook set quiet_until = now() where id = '%s'".formatted(webhook.id()));
        awaitOutcomes(webhook, next, "rejected");
    }

    @Test
    void anEndpointThatHasFailedForDaysIsDisabledAndWhatWaitedFails() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        receiver.answer("/", Receiver.status(500));
        var first = webhook.test();
        awaitOutcomes(webhook, first, "rejected");
        assertThat(webhook.shown()).containsEntry("state", "active");
        scene.change(
                "update webhook set failing_since = now() - interval '5 days' where id = '%s'".formatted(webhook.id()));

        letTimePass(first);

        awaitOutcomes(webhook, first, "rejected", "rejected");
        assertThat(webhook.shown()).containsEntry("state", "disabled").containsEntry("disabledBecause", "failing");
        jobs.keepUp();
        assertThat(webhook.delivery(first)).containsEntry("state", "failed");
    }

    @Test
    void anEndpointThatFailsAgainAfterALongSilenceBeginsToFailAnew() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        receiver.answer("/", Receiver.status(500));
        var delivery = webhook.test();
        awaitOutcomes(webhook, delivery, "rejected");
        scene.change("""
                update webhook set failing_since = now() - interval '150 days', failed_at = now() - interval '147 days'
                where id = '%s'""".formatted(webhook.id()));

        letTimePass(delivery);

        awaitOutcomes(webhook, delivery, "rejected", "rejected");
        assertThat(webhook.shown()).containsEntry("state", "active");
        assertThat(Instant.parse(String.valueOf(webhook.shown().get("failingSince"))))
                .isAfter(Instant.now().minusSeconds(600));
    }

    @Test
    void anEndpointForWhichTooMuchWaitsIsDisabled() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        webhook.post("/pause");
        scene.change(manyWaiting(webhook, config.mostWaiting() + 1));

        jobs.keepUp();

        assertThat(webhook.shown()).containsEntry("state", "disabled").containsEntry("disabledBecause", "backlog");
        webhook.organisation().asProgram().delete(webhook.path()).then().statusCode(204);
        jobs.forget();
        jobs.forget();
        assertThat(scene.rows(deliveriesOf(webhook.organisation()))).isEmpty();
    }

    @Test
    void aSlowEndpointDoesNotHoldUpAnotherOfTheSameHost() throws Exception {
        var done = new CountDownLatch(1);
        receiver.answer("/slow", exchange -> {
            awaitLatch(done);
            exchange.sendResponseHeaders(200, -1);
        });
        var slow = TestWebhook.at(TestOrganisation.create(), receiver.url("/slow"));
        var fast = TestWebhook.at(TestOrganisation.create(), receiver.url("/fast"));
        scene.change(manyWaiting(slow, 10));
        awaitAt("/slow", config.perEndpoint());
        for (var number = 0; number < 10; number++) {
            fast.test();
        }

        awaitAt("/fast", 10);

        assertThat(done.getCount()).isEqualTo(1);
        assertThat(receiver.at("/slow")).hasSize(config.perEndpoint());
        done.countDown();
        awaitAt("/slow", 10);
    }

    @Test
    void twoReplicasSendEachDeliveryOnce() throws Exception {
        var other = new WebhookSender(queue, courier, config);
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        scene.change(manyWaiting(webhook, 200));
        other.start(new io.quarkus.runtime.StartupEvent());

        await().until(() -> scene.rows(deliveriesOf(webhook.organisation()) + " and state = 'WAITING'")
                .isEmpty());

        other.stop(new io.quarkus.runtime.ShutdownEvent());
        assertThat(receiver.at("/"))
                .extracting(Receiver.Received::id)
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoDiesBehindTheAnswerLeavesADeliveryThatIsSentAgainUnderTheSameId() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        receiver.answer("/", exchange -> {
            // To its sender this is what a process that is gone looks like: the lease is another's before the answer is
            // written.
            if (receiver.at("/").size() == 1) {
                scene.change(
                        "update webhook_delivery set lease = gen_random_uuid(), due_at = now() where webhook = '%s'"
                                .formatted(webhook.id()));
            }
            exchange.sendResponseHeaders(200, -1);
        });

        var delivery = webhook.test();

        awaitOutcomes(webhook, delivery, "accepted");
        assertThat(receiver.at("/"))
                .hasSize(2)
                .extracting(Receiver.Received::id)
                .containsOnly(delivery);
    }

    @Test
    void aDeliveryIsForgottenWhenItsTimeIsOver() {
        var webhook = TestWebhook.at(TestOrganisation.create(), receiver.url("/"));
        var old = webhook.test();
        var young = webhook.test();
        awaitOutcomes(webhook, old, "accepted");
        awaitOutcomes(webhook, young, "accepted");
        scene.change(
                "update webhook_delivery set created_at = now() - interval '31 days' where id = '%s'".formatted(old));

        jobs.forget();

        webhook.organisation()
                .asProgram()
                .get(webhook.path() + "/deliveries")
                .then()
                .body("deliveries", hasSize(1))
                .body("deliveries[0].id", equalTo(young));
    }

    private Receiver.Received received(String path, String type) {
        return receiver.at(path).stream()
                .filter(received -> received.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static String manyWaiting(TestWebhook webhook, int count) {
        return """
                insert into webhook_delivery (id, webhook, type, body, state, tries, due_at, created_at)
                select gen_random_uuid(), '%s', 'letter.sent', '{}', 'WAITING', 0, now(), now()
                from generate_series(1, %d)""".formatted(webhook.id(), count);
    }

    private void awaitAt(String path, int count) {
        await().untilAsserted(() -> assertThat(receiver.at(path)).hasSize(count));
    }

    private static void awaitOutcomes(TestWebhook webhook, String delivery, Object... outcomes) {
        await().untilAsserted(() -> assertThat(webhook.outcomes(delivery)).containsExactly(outcomes));
    }

    private void letTimePass(String delivery) {
        scene.change("update webhook_delivery set due_at = now() where id = '%s'".formatted(delivery));
    }

    private double secondsUntilDue(String delivery) {
        return ((Number) scene.rows("select extract(epoch from due_at - now()) from webhook_delivery where id = '%s'"
                                .formatted(delivery))
                        .getFirst())
                .doubleValue();
    }

    private List<?> waiting(TestOrganisation organisation) {
        return scene.rows(deliveriesOf(organisation) + " and state = 'WAITING'");
    }

    private static String deliveriesOf(TestOrganisation organisation) {
        return "select id from webhook_delivery where webhook in (select id from webhook where organisation = '%s')"
                .formatted(organisation.id());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the slow endpoint go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
