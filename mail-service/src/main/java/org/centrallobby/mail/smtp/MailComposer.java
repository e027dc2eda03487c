package org.centrallobby.mail.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.centrallobby.mail.address.EmailAddress;

/** Writes a mail as RFC 5322 and MIME have it: the same mail gives the same bytes at every attempt. */
@ApplicationScoped
class MailComposer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    private final EmailAddress from;

    MailComposer(SmtpConfig config) {
        this.from = EmailAddress.parse(config.fromAddress());
    }

    byte[] compose(OutgoingMail mail) {
        var headers = new Headers()
                .named("From", withoutAddressSign(mail.fromName()), from.wire())
                .named("To", mail.to().name(), mail.to().address().wire());
        var replyTo = mail.replyTo();
        if (replyTo != null) {
            headers.named("Reply-To", replyTo.name(), replyTo.address().wire());
        }
        headers.text("Subject", mail.subject())
                .add("Date", DATE.format(mail.composedAt().atOffset(ZoneOffset.UTC)))
                .add("Message-ID", mail.messageId())
                .named(
                        "List-Id",
                        mail.campaignTitle(),
                        "%s.campaigns.%s".formatted(mail.campaignSlug(), from.domain()));
        if (mail.automatic()) {
            // The second is Microsoft's: Exchange sends no absence notices to a mail that carries it.
            headers.add("Auto-Submitted", "auto-generated").add("X-Auto-Response-Suppress", "All");
        }
        var body = TextBody.of(mail.text());
        headers.add("MIME-Version", "1.0")
                .add("Content-Type", "text/plain; charset=utf-8")
                .add("Content-Transfer-Encoding", body.encoding());
        return (headers + "\r\n" + body.encoded()).getBytes(StandardCharsets.US_ASCII);
    }

    /** A name that looks like an address would show readers another sender than the true one. */
    private static String withoutAddressSign(String name) {
        return name.replace("@", " at ");
    }
}
