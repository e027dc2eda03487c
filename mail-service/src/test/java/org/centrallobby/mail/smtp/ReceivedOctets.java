package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.centrallobby.mail.identity.Identities;
import org.junit.jupiter.api.AfterEach;

/** A test that reads what a server received. */
abstract class ReceivedOctets {
    final RecordingServer server = RecordingServer.offering("SIZE 10000000", "DSN", "8BITMIME", "SMTPUTF8");
    final RelayConnection connection = Settings.ofPort(server.port()).connection(Identities.composingNow());

    @AfterEach
    void close() {
        connection.close();
        server.close();
    }

    RecordingServer.Recorded sent(ALetter letter) {
        var delivery = connection.send(letter.mail(), () -> true);
        assertThat(delivery.verdict()).as(delivery.reply().text()).isEqualTo(Verdict.ACCEPTED);
        return server.mails().getLast();
    }

    String command(String name) {
        return new ArrayList<>(server.commands())
                .reversed().stream()
                        .filter(command -> command.startsWith(name))
                        .findFirst()
                        .orElseThrow();
    }

    String path(String name) {
        var command = command(name);
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    static String head(RecordingServer.Recorded recorded) {
        return recorded.text().substring(0, recorded.text().indexOf("\r\n\r\n") + 2);
    }

    static String unsigned(String head) {
        return head.replaceAll("DKIM-Signature:.*\r\n([ \t].*\r\n)+", "");
    }

    static List<String> values(String head, String name) {
        return Arrays.stream(head.replaceAll("\r\n[ \t]+", " ").split("\r\n"))
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }

    static String value(String head, String name) {
        return values(head, name).getFirst();
    }

    static String from(RecordingServer.Recorded recorded) {
        var from = value(head(recorded), "From");
        return from.substring(from.indexOf('<') + 1, from.indexOf('>'));
    }

    static Message parsed(RecordingServer.Recorded recorded) throws Exception {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        return builder.parseMessage(new ByteArrayInputStream(recorded.message()));
    }

    static String body(RecordingServer.Recorded recorded) throws Exception {
        try (var reader = ((TextBody) parsed(recorded).getBody()).getReader()) {
            return reader.readAllAsString().replace("\r\n", "\n");
        }
    }
}
