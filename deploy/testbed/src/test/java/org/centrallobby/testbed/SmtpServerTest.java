package org.centrallobby.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.centrallobby.testbed.smtp.Answer;
import org.centrallobby.testbed.smtp.Script;
import org.centrallobby.testbed.smtp.SmtpServer;
import org.junit.jupiter.api.Test;

class SmtpServerTest {
    @Test
    void takesWhatComesAndKnowsItsMessageId() throws MessagingException {
        try (var server = SmtpServer.start(Ports.free(), Script.friendly())) {
            deliver(server);

            assertThat(server.taken()).singleElement().satisfies(mail -> {
                assertThat(mail.sender()).isEqualTo("bounces@lobby.example");
                assertThat(mail.recipient()).isEqualTo("mp@mp.example");
                assertThat(mail.messageId()).matches("<.+@.+>");
                assertThat(new String(mail.bytes(), java.nio.charset.StandardCharsets.US_ASCII))
                        .contains("\r\n.begins with a dot");
                assertThat(mail.taken()).isGreaterThan(mail.begun());
            });
        }
    }

    @Test
    void doesWhatItsScriptSaysAndCountsWhatItsClientNeverHeardOf() throws MessagingException {
        try (var server = SmtpServer.start(
                Ports.free(), moment -> moment.is("RCPT") ? Answer.reply("450 4.2.0 Greylisted") : null)) {
            assertThatThrownBy(() -> deliver(server)).hasStackTraceContaining("Greylisted");
            assertThat(server.taken()).isEmpty();

            server.follow(moment -> moment.is(".") ? Answer.reply("250 Ok").thenHangUp() : null);
            deliver(server);
            server.follow(moment -> moment.is(".") ? Answer.hangUp() : null);
            assertThatThrownBy(() -> deliver(server)).isInstanceOf(MessagingException.class);

            assertThat(server.count()).isOne();
            assertThat(server.sessions()).isEqualTo(3);
        }
    }

    private static void deliver(SmtpServer server) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "localhost");
        settings.setProperty("mail.smtp.port", Integer.toString(server.port()));
        settings.setProperty("mail.smtp.from", "bounces@lobby.example");
        var message = new MimeMessage(Session.getInstance(settings));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("mp@mp.example"));
        message.setSubject("Hello", "UTF-8");
        message.setText("A text\n.begins with a dot", "UTF-8");
        Transport.send(message);
    }
}
