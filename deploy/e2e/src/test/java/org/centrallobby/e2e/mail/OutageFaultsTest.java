package org.centrallobby.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.centrallobby.local.ServiceProcess;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Postgres;
import org.centrallobby.testbed.Signals;
import org.centrallobby.testbed.Topics;
import org.centrallobby.testbed.smtp.Answer;
import org.centrallobby.testbed.smtp.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What may happen to the service itself and to what stands behind it. */
@ExtendWith(MailScene.Setting.class)
class OutageFaultsTest {
    /** Each costs the start of a process; it is killed far more often in the benchmark. */
    private static final int KILLS = 2;

    private static final int CRASHES = 2;

    private final MailScene scene;

    OutageFaultsTest(MailScene scene) {
        this.scene = scene;
    }

    @AfterEach
    void behave() {
        scene.server().follow(Script.friendly());
    }

    @Test
    @DisplayName("1 kill -9 between the reply and the commit (200 times: deploy/bench/mail)")
    void killed() {
        slowEnd();
        var mails = scene.mails("killed");
        for (var kill = 1; kill <= KILLS; kill++) {
            mails.ask(80);
            mails.awaitArrived(kill * 30L);
            scene.service().kill();
            scene.service().start();
            scene.service().awaitReady();
        }

        mails.mustAllArrive();

        assertThat(mails.arrivals().size() - mails.asked().size()).isLessThanOrEqualTo(KILLS * MailScene.WORKERS);
    }

    @Test
    @DisplayName("11 The database is cut off in the middle of a batch")
    void databaseCrashes() {
        slowEnd();
        var mails = scene.mails("crash");
        for (var crash = 1; crash <= CRASHES; crash++) {
            mails.ask(80);
            mails.awaitArrived(crash * 30L);
            scene.postgres().crash();
            var arrived = mails.arrivals().size();
            pause(Duration.ofSeconds(1));
            assertThat(mails.arrivals().size() - arrived)
                    .as("mails begun while no outcome can be written down")
                    .isLessThanOrEqualTo(MailScene.WORKERS);
            scene.postgres().start();
        }

        mails.mustAllArrive();
        assertThat(mails.arrivals().size() - mails.asked().size()).isLessThanOrEqualTo(CRASHES * MailScene.WORKERS);
    }

    @Test
    @DisplayName("12 The database takes no writes, as with a full disk")
    void databaseTakesNoWrites() {
        var mails = scene.mails("readonly");
        writable(false);
        try {
            mails.ask(20);
            pause(Duration.ofSeconds(3));
            assertThat(mails.arrived()).isZero();
            assertThat(scene.service().isAlive()).isTrue();
        } finally {
            writable(true);
        }

        mails.mustAllArriveOnce();
        assertThat(Event.all(scene.broker(), Topics.MAIL_REQUESTS + Topics.DEAD_LETTER_SUFFIX))
                .as("an outage puts nothing aside")
                .noneMatch(event -> String.valueOf(event.data()).contains(mails.domain()));
    }

    @Test
    @DisplayName("13 Kafka is away, and what the queue has goes on")
    void kafkaIsAway() {
        slowEnd();
        var mails = scene.mails("no-kafka").ask(200);
        mails.awaitArrived(20);

        scene.broker().stop();
        try {
            mails.awaitArrived(180);
        } finally {
            scene.broker().start();
        }

        mails.ask(20).mustAllArriveOnce();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Event.all(scene.broker(), Topics.DELIVERIES).stream()
                                .filter(event -> event.type().endsWith(".sent.v1"))
                                .map(Event::key))
                        .containsAll(mails.asked().stream().map(UUID::toString).toList()));
    }

    @Test
    @DisplayName("14 A replica comes and goes while mails come in")
    void rebalancing() {
        var mails = scene.mails("rebalance");
        var replica = scene.replica();
        replica.start();
        mails.ask(200);
        replica.awaitReady();
        mails.ask(200);
        replica.stop();
        mails.ask(200);

        mails.mustAllArriveOnce();
    }

    @Test
    @DisplayName("15 Every record up to five times, in any order")
    void repeats() {
        var mails = scene.mails("repeat").ask(20);
        var random = new Random(20261126);
        var order = new ArrayList<>(mails.asked());
        Collections.shuffle(order, random);
        order.forEach(mail -> mails.repeat(mail, random.nextInt(5)));
        mails.mustAllArriveOnce();

        mails.asked().forEach(mail -> mails.repeat(mail, 1));
        scene.mails("after-repeat").ask(12).mustAllArriveOnce();
        mails.mustAllArriveOnce();
    }

    @Test
    @DisplayName("16 Records that nobody can take")
    void poison() {
        var mails = scene.mails("poison");
        var good = mails.ask(5);
        var bad = new ArrayList<ProducerRecord<String, String>>();
        var sample = Event.of(
                        scene.broker(),
                        Topics.MAIL_REQUESTS,
                        good.asked().getFirst().toString())
                .getFirst();
        var data = String.valueOf(sample.data());
        for (var broken : List.of(
                "{",
                "[]",
                "null",
                data.replace("member0@", "a@b\\r\\nRCPT TO:<x@y.example>"),
                data.replace("\"Letter 0\"", "\"a\\u0000b\""),
                data.replace("\"Dear Ben\\n\"", "\"" + "x".repeat(900_000) + "\""),
                data.replace("\"kind\": \"letter\"", "\"kind\": \"parcel\""))) {
            var id = UUID.randomUUID().toString();
            bad.add(Mails.event(id, broken.replace(good.asked().getFirst().toString(), id)));
        }
        mails.publish(bad);
        mails.ask(5);

        mails.mustAllArriveOnce();
        var keys = bad.stream().map(ProducerRecord::key).toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Event.all(scene.broker(), Topics.MAIL_REQUESTS + Topics.DEAD_LETTER_SUFFIX).stream()
                                        .map(Event::key)
                                        .filter(keys::contains))
                        .containsExactlyInAnyOrderElementsOf(keys));
        assertThat(mails.arrivals()).hasSize(10);
    }

    @Test
    @DisplayName("20 Two replicas, one of them asleep for longer than its lease")
    void asleep() {
        slowEnd();
        var replica = scene.replica();
        replica.start();
        replica.awaitReady();
        try {
            var mails = scene.mails("asleep").ask(400);
            mails.awaitArrived(60);
            signal("-STOP", replica);
            pause(Duration.ofSeconds(MailScene.LEASE_SECONDS + 4L));
            signal("-CONT", replica);

            mails.mustAllArrive();
            // It was asleep at the end of a mail at most once a worker.
            assertThat(mails.arrivals().size() - mails.asked().size()).isLessThanOrEqualTo(MailScene.WORKERS);
        } finally {
            signal("-CONT", replica);
            replica.stop();
        }
    }

    @Test
    @DisplayName("23 Paused in the middle, and resumed")
    void paused() {
        slowEnd();
        var mails = scene.mails("paused").ask(300);
        mails.awaitArrived(60);
        mails.operator("POST", "/v1/queue/pause", "");
        try {
            // Within a second, as is promised; and what was under way ends.
            pause(Duration.ofMillis(1_500));
            var arrived = mails.arrived();
            assertThat(arrived).isLessThan(300);
            pause(Duration.ofMillis(1_500));
            assertThat(mails.arrived()).isEqualTo(arrived);
        } finally {
            mails.operator("POST", "/v1/queue/resume", "");
        }

        mails.mustAllArriveOnce();
    }

    @Test
    @DisplayName("25 Dissolution: one destination is stopped, and the others are not")
    void dissolution() {
        var members = scene.mails("dissolved");
        var others = scene.mails("others");
        var lever = "{\"scope\": \"destination\", \"key\": \"%s\"}".formatted(members.domain());
        members.operator("POST", "/v1/queue/pause", lever);
        try {
            members.ask(20);
            others.ask(20).mustAllArriveOnce();
            assertThat(members.arrived()).isZero();
            assertThat(members.asked())
                    .allSatisfy(mail -> assertThat(members.state(mail)).isEqualTo("queued"));
        } finally {
            members.operator("POST", "/v1/queue/resume", lever);
        }

        members.mustAllArriveOnce();
    }

    private void slowEnd() {
        scene.server()
                .follow(moment -> moment.is(".") ? Answer.reply("250 2.0.0 Ok").after(Duration.ofMillis(40)) : null);
    }

    private void writable(boolean may) {
        try (var connection = DriverManager.getConnection(scene.postgres().jdbcUrl("postgres"), Postgres.USER, "");
                var statement = connection.createStatement()) {
            statement.execute("alter database mail set default_transaction_read_only = " + (may ? "off" : "on"));
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'mail'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signal(String signal, ServiceProcess service) {
        var handle = service.handle();
        if (handle != null) {
            Signals.send(signal, List.of(handle));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
