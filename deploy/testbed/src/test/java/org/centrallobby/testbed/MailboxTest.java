package org.centrallobby.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Properties;
import org.centrallobby.testbed.Mailbox.Refusal;
import org.centrallobby.testbed.Mailbox.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatArrivesOverARestart() throws MessagingException {
        var port = Ports.free();
        try (var mailbox = Mailbox.start(folder, port)) {
            deliver(mailbox, "Grüße", ".a line that begins with a dot\nand ends");
        }

        try (var mailbox = Mailbox.start(folder, port)) {
            assertThat(mailbox.mailsTo("mp@mp.example")).singleElement().satisfies(mail -> {
                assertThat(mail.sender()).isEqualTo("bounces@lobby.example");
                assertThat(mail.subject()).isEqualTo("Grüße");
                assertThat(mail.text()).isEqualToIgnoringNewLines(".a line that begins with a dot\nand ends");
            });
        }
    }

    @Test
    void refusesWhenToldTo() {
        try (var mailbox = Mailbox.start(folder, Ports.free())) {
            mailbox.refuse(new Refusal(Stage.END_OF_DATA, 451, "4.7.1 Try again later"));

            assertThatThrownBy(() -> deliver(mailbox, "Hello", "text")).hasMessageContaining("451 4.7.1");
            assertThat(mailbox.mails()).isEmpty();
        }
    }

    private static void deliver(Mailbox mailbox, String subject, String text) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "localhost");
        settings.setProperty("mail.smtp.port", Integer.toString(mailbox.port()));
        settings.setProperty("mail.smtp.from", "bounces@lobby.example");
        var message = new MimeMessage(Session.getInstance(settings));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("mp@mp.example"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
