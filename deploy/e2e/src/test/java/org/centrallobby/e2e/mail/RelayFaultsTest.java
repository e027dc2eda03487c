package org.centrallobby.e2e.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.centrallobby.testbed.smtp.Answer;
import org.centrallobby.testbed.smtp.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server at the other end may do. */
@ExtendWith(MailScene.Setting.class)
class RelayFaultsTest {
    private final MailScene scene;

    RelayFaultsTest(MailScene scene) {
        this.scene = scene;
    }

    @AfterEach
    void behave() {
        scene.server().follow(Script.friendly());
    }

    @Test
    @DisplayName("2 The server is away for a while")
    void theServerIsAway() {
        var mails = scene.mails("away");
        var before = processorTime();
        scene.server().close();
        var sessions = scene.server().sessions();
        try {
            mails.ask(40);
            pause(Duration.ofSeconds(6));
            assertThat(processorTime().minus(before))
                    .as("processor time while nothing can be sent")
                    .isLessThan(Duration.ofSeconds(3));
            assertThat(mails.asked())
                    .allSatisfy(mail -> assertThat(mails.state(mail)).isIn("queued", "deferred", "sending"));
        } finally {
            scene.server().listen();
        }

        mails.awaitArrived(40);
        mails.mustAllArriveOnce();
        assertThat(mails.asked())
                .allSatisfy(mail -> assertThat(mails.attempts(mail))
                        .as("attempts that an outage used up")
                        .isLessThanOrEqualTo(3));
        assertThat(scene.server().sessions() - sessions).isLessThanOrEqualTo(3 * MailScene.WORKERS);
    }

    @Test
    @DisplayName("3 Greylisting by sender and recipient")
    void greylisting() {
        var mails = scene.mails("grey");
        var first = new ConcurrentHashMap<String, Long>();
        scene.server().follow(moment -> {
            if (!moment.is("RCPT")) {
                return null;
            }
            var known = first.putIfAbsent(moment.sender() + " " + moment.recipient(), System.nanoTime());
            return known == null ? Answer.reply("450 4.7.1 Greylisted, come again") : null;
        });

        mails.ask(20).mustAllArriveOnce();

        assertThat(first).as("pairs of sender and recipient").hasSize(20);
        assertThat(mails.asked())
                .allSatisfy(mail -> assertThat(mails.attempts(mail)).isEqualTo(2));
    }

    @Test
    @DisplayName("4 Refused for good: the recipient, the platform, and a full mailbox")
    void refusedForGood() {
        var unknown = scene.mails("unknown");
        scene.server().follow(moment -> moment.is("RCPT") ? Answer.reply("550 5.1.1 No such mailbox") : null);
        unknown.ask(3).mustBeAccountedFor();
        assertThat(unknown.asked()).allSatisfy(mail -> {
            assertThat(unknown.state(mail)).isEqualTo("failed");
            assertThat(unknown.attempts(mail)).isOne();
            assertThat(unknown.seen(mail).at("/reply/enhanced").asText()).isEqualTo("5.1.1");
        });

        for (var refusal : Map.of(
                        "MAIL", "550 5.7.1 We do not take mail from you",
                        "RCPT", "552 5.2.2 The mailbox is full",
                        ".", "554 5.7.1 Against our policy")
                .entrySet()) {
            var mails = scene.mails("refused"
                    + (refusal.getKey().equals(".") ? "dot" : refusal.getKey().toLowerCase(java.util.Locale.ROOT)));
            scene.server().follow(moment -> moment.is(refusal.getKey()) ? Answer.reply(refusal.getValue()) : null);
            mails.ask(2);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> mails.asked().stream().anyMatch(mail -> mails.attempts(mail) > 0));
            assertThat(mails.asked())
                    .as("not the recipient's fault: %s", refusal.getValue())
                    .allSatisfy(mail -> assertThat(mails.state(mail)).isNotEqualTo("failed"));
            scene.server().follow(Script.friendly());
            mails.mustAllArriveOnce();
        }
    }

    @Test
    @DisplayName("5 421 at the greeting, in the middle, and after some mails")
    void goodbyes() {
        var mails = scene.mails("goodbye");
        var greetings = new AtomicInteger();
        scene.server().follow(moment -> switch (moment.command()) {
            case "CONNECT" ->
                greetings.incrementAndGet() % 3 == 1
                        ? Answer.reply("421 4.3.2 Busy").thenHangUp()
                        : null;
            case "MAIL" ->
                moment.mailsBefore() >= 5 ? Answer.reply("421 4.7.0 Enough").thenHangUp() : null;
            default -> null;
        });

        mails.ask(60).mustAllArriveOnce();
    }

    @Test
    @DisplayName("6 A tarpit: a byte at a time, silence after DATA, silence after the end")
    void tarpit() {
        var slow = scene.mails("tarpit");
        var others = scene.mails("beside-tarpit");
        var seen = ConcurrentHashMap.<String>newKeySet();
        scene.server().follow(moment -> {
            if (!slow.isTo(moment.recipient()) || !once(seen, moment.command() + moment.recipient())) {
                return null;
            }
            return switch (moment.command() + moment.recipient().charAt("member".length())) {
                case "RCPT0" -> Answer.reply("250 " + "x".repeat(200)).slowly(Duration.ofMillis(100));
                case "DATA1", ".2" -> Answer.stall();
                default -> null;
            };
        });

        slow.ask(3);
        others.ask(30);
        others.awaitArrived(30);
        others.mustAllArriveOnce();
        slow.mustAllArriveOnce();
        assertThat(slow.asked().stream().map(slow::isUncertain))
                .as("only the one that was wholly handed over")
                .containsExactly(false, false, true);
    }

    @Test
    @DisplayName("8 The connection is dropped in DATA, at the end, and after a mail was taken")
    void drops() {
        var mails = scene.mails("drop");
        var seen = ConcurrentHashMap.<String>newKeySet();
        scene.server().follow(moment -> {
            var which = moment.recipient().isEmpty() ? ' ' : moment.recipient().charAt("member".length());
            if (!mails.isTo(moment.recipient()) || !once(seen, moment.command() + moment.recipient())) {
                return null;
            }
            return switch (moment.command() + which) {
                case "DATA0", ".1" -> Answer.hangUp();
                case ".2" -> Answer.reply("250 2.0.0 Ok").after(Duration.ZERO).thenHangUp();
                case ".3" ->
                    Answer.raw("25".getBytes(StandardCharsets.US_ASCII)).thenHangUp();
                default -> null;
            };
        });

        mails.ask(5).mustAllArrive();

        assertThat(mails.asked().stream().map(mails::isUncertain)).startsWith(false, true);
        assertThat(mails.attempts(mails.asked().get(0))).isEqualTo(2);
        assertThat(mails.attempts(mails.asked().get(4))).isOne();
    }

    @Test
    @DisplayName("10 Wild replies")
    void wildReplies() {
        var mails = scene.mails("wild");
        var replies = new byte[][] {
            "250-one\r\n250-two\r\n250 three\r\n".getBytes(StandardCharsets.US_ASCII),
            ("250 " + "x".repeat(10_000) + "\r\n").getBytes(StandardCharsets.US_ASCII),
            "250\r\n".getBytes(StandardCharsets.US_ASCII),
            "299 who knows\r\n".getBytes(StandardCharsets.US_ASCII),
            "250 dïolch 🙂\r\n".getBytes(StandardCharsets.UTF_8),
            "250 a\0b\r\n".getBytes(StandardCharsets.US_ASCII),
            "354 go ahead\r\n".getBytes(StandardCharsets.US_ASCII),
            "hello there\r\n".getBytes(StandardCharsets.US_ASCII),
            "\r\n".getBytes(StandardCharsets.US_ASCII),
            "999 9.9.9 9\r\n".getBytes(StandardCharsets.US_ASCII),
            "450-4.2.0 wait\r\n".getBytes(StandardCharsets.US_ASCII),
        };
        var seen = ConcurrentHashMap.<String>newKeySet();
        scene.server().follow(moment -> {
            if (!moment.is("RCPT") || !mails.isTo(moment.recipient()) || !once(seen, moment.recipient())) {
                return null;
            }
            var number = Integer.parseInt(moment.recipient().replaceAll("@.*|\\D", ""));
            return Answer.raw(replies[number]);
        });

        mails.ask(replies.length).mustAllArriveOnce();

        assertThat(mails.asked().subList(0, 3))
                .allSatisfy(mail -> assertThat(mails.attempts(mail)).isOne());
    }

    @Test
    @DisplayName("24 The service is asked to stop while it sends")
    void gracefulStop() {
        var mails = scene.mails("stop");
        var begun = new AtomicBoolean();
        scene.server().follow(moment -> {
            if (moment.is(".")) {
                begun.set(true);
                return Answer.reply("250 2.0.0 Ok").after(Duration.ofMillis(100));
            }
            return null;
        });
        mails.ask(300);
        await().atMost(Duration.ofSeconds(30)).until(() -> begun.get() && mails.arrived() > 20);

        scene.service().stop();
        var arrived = mails.arrived();
        assertThat(arrived).as("mails when it had stopped").isLessThan(300);
        scene.server().follow(Script.friendly());
        var restarted = System.nanoTime();
        scene.service().start();
        scene.service().awaitReady();

        mails.awaitArrived(300);
        assertThat(Duration.ofNanos(System.nanoTime() - restarted))
                .as("nothing waits for a lease to run out")
                .isLessThan(Duration.ofSeconds(60));
        mails.mustAllArriveOnce();
        assertThat(mails.asked())
                .noneSatisfy(mail -> assertThat(mails.isUncertain(mail)).isTrue());
    }

    private static boolean once(Set<String> seen, String what) {
        return seen.add(what);
    }

    private Duration processorTime() {
        var handle = scene.service().handle();
        return handle == null ? Duration.ZERO : handle.info().totalCpuDuration().orElse(Duration.ZERO);
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
