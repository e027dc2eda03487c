package org.centrallobby.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody can write to a return address once: no message may cost more than reading it. */
class HostileMailTest {
    private static final int LARGE = 1_000_000;
    private static final String BOUNCE =
            "From: MAILER-DAEMON@x.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\n",
                "(",
                "<",
                "@",
                "a@",
                "<a@b.example>\n",
                "550 ",
                "550 5.1.1 ",
                ">",
                "\"",
                "x: y\n",
                "=?utf-8?q?",
                "&#",
                "<a ",
                "<p ",
                "<script ",
                "<!--",
                "<script>",
                "user ",
                "user not ",
                "host ",
                "mailbox exceeds ",
                "a.",
                "Final-Recipient: rfc822; a@b.example\n\n",
                "\n\n",
                ">>> DATA\n",
                "<<< 550 x\n",
                "no such ",
                "over quota ",
                "address rejected: ",
                "\t",
                "é",
                "--b\n",
                "spf ",
                "[",
                "{\"notificationType\":"
            })
    void whatIsRepeatedForAMillionOctetsIsSoonRead(String piece) {
        var text = piece.repeat(LARGE / piece.length());
        for (var message : List.of(
                text,
                BOUNCE + "\n" + text,
                BOUNCE + "Content-Type: text/html\n\n" + text,
                "From: a@b.example\nSubject: " + text + "\n\nx",
                "From: " + text + "\n\nx",
                BOUNCE + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
                        + "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\nDiagnostic-Code: smtp; "
                        + text)) {
            assertTimeout(
                    Duration.ofSeconds(5),
                    () -> assertThat(Classifier.classify(message.getBytes(StandardCharsets.UTF_8)))
                            .isNotNull());
        }
    }

    @Test
    void tenThousandBoxesInEachOtherAreNotAllOpened() {
        var message = new StringBuilder(BOUNCE);
        for (var depth = 0; depth < 10_000; depth++) {
            message.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\n\n--b")
                    .append(depth)
                    .append('\n');
        }
        message.append("Content-Type: text/plain\n\n<a@b.example>: 550 5.1.1 unknown");

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Classifier.classify(message.toString().getBytes(StandardCharsets.UTF_8)))
                        .isNotNull());
    }

    @Test
    void tenThousandPartsAreNotAllLookedAt() {
        var message = BOUNCE + "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\nx\n".repeat(10_000);

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Classifier.classify(message.getBytes(StandardCharsets.UTF_8)))
                        .isNotNull());
    }

    @Test
    void tenThousandRecipientsAreNotAllListed() {
        var rows = new StringBuilder(BOUNCE + "\nYour message could not be delivered:\n\n");
        for (var number = 0; number < 10_000; number++) {
            rows.append("<a").append(number).append("@b.example>: unknown user\n");
        }

        assertThat(Classifier.classify(rows.toString().getBytes(StandardCharsets.UTF_8))
                        .recipients())
                .hasSizeLessThanOrEqualTo(100);
    }
}
