package org.centrallobby.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.centrallobby.testbed.smtp.SmtpServer;
import org.centrallobby.testbed.smtp.TakenMail;

/** Lets the JVM compile what is measured, and looks at what arrives: whether it is what the figures are to be of. */
final class MailWarmUp {
    private static final Pattern SIGNED_WITH =
            Pattern.compile("^DKIM-Signature:(?:[^\\r\\n]|\\r\\n[ \\t])*?\\ba=([a-z0-9-]+)", Pattern.MULTILINE);
    private static final int MAILS = 20_000;

    private MailWarmUp() {}

    /**
     * What the mails are like that the service sends.
     *
     * @param bytes of one
     * @param algorithms of its DKIM signatures
     */
    record Sample(int bytes, List<String> algorithms) {
        static Sample of(TakenMail mail) {
            var algorithms = new ArrayList<String>();
            var found = SIGNED_WITH.matcher(new String(mail.bytes(), StandardCharsets.ISO_8859_1));
            while (found.find()) {
                algorithms.add(found.group(1));
            }
            return new Sample(mail.bytes().length, algorithms);
        }

        boolean isSignedTwice() {
            return algorithms.containsAll(List.of("rsa-sha256", "ed25519-sha256"));
        }

        String text() {
            return "%,d bytes, %s"
                    .formatted(
                            bytes,
                            algorithms.isEmpty() ? "not signed" : "signed with " + String.join(" and ", algorithms));
        }
    }

    /** Sends one mail to a server on the port that keeps it. */
    static Sample sample(MailStage stage, int port) {
        try (var server = SmtpServer.start(port, moment -> null)) {
            stage.mails(1).publish(0, 1);
            stage.await("mails", server::count, () -> server.count() >= 1);
            return Sample.of(server.taken().getFirst());
        }
    }

    /** Sends mails that are not measured; returns when the sink has all of them. */
    static void send(MailStage stage, MailSink sink) {
        var count = stage.quick() ? 50 : MAILS;
        var before = sink.count();
        stage.progress().say("Warming up with %,d mails".formatted(count));
        stage.mails(5_000).publish(0, count);
        stage.await("mails", sink::count, () -> sink.count() >= before + count);
    }
}
