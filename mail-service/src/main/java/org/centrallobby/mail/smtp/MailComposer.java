package org.centrallobby.mail.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.centrallobby.mail.identity.DkimSigner;
import org.centrallobby.mail.identity.PlatformIdentity;
import org.centrallobby.mail.identity.ReturnAddresses;
import org.centrallobby.mail.identity.SendingDomains;
import org.centrallobby.mail.identity.SendingIdentity;

/**
 * Writes a mail as RFC 5322 and MIME have it and signs it: the same mail gives the same bytes at every attempt, but for the
 * time of its signatures. Everything that is signed is written here and changed by nothing behind it.
 */
@ApplicationScoped
class MailComposer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    private static final Pattern SIGNS = Pattern.compile("[@＠﹫]");
    private static final Pattern TURNS = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private final PlatformIdentity platform;
    private final SendingDomains domains;
    private final ReturnAddresses addresses;
    private final InstantSource clock;

    MailComposer(PlatformIdentity platform, SendingDomains domains, ReturnAddresses addresses, InstantSource clock) {
        this.platform = platform;
        this.domains = domains;
        this.addresses = addresses;
        this.clock = clock;
    }

    WireMail compose(OutgoingMail mail) {
        var identity = domains.forMail(mail.organisation(), mail.sendingDomain());
        var body = TextBody.of(text(mail));
        var head = head(mail, identity, body.encoding()).toString();
        var octets = body.encoded().getBytes(StandardCharsets.US_ASCII);
        var signatures = DkimSigner.sign(identity, head, octets, clock.instant(), platform.signaturesValidFor());
        var message = new ByteArrayOutputStream(signatures.length() + head.length() + octets.length + 2);
        message.writeBytes(signatures.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(new byte[] {'\r', '\n'});
        message.writeBytes(octets);
        return new WireMail(
                mail.id(),
                addresses.bounce(mail.id(), identity.bounceDomain()).wire(),
                mail.to().address().wire(),
                !identity.bounceDomain().equals(platform.identity().bounceDomain()),
                mail.needsSmtpUtf8(),
                message.toByteArray());
    }

    /** The text, and below it the address that the head could not name, unless the text does. */
    private static String text(OutgoingMail mail) {
        var replyTo = mail.replyTo();
        if (replyTo == null || mail.namesReplyTo()) {
            return mail.text();
        }
        var address = replyTo.address().wire();
        return mail.text().contains(address)
                ? mail.text()
                : "%s\n\nReply to / Ateb i: %s\n".formatted(mail.text().stripTrailing(), address);
    }

    private Headers head(OutgoingMail mail, SendingIdentity identity, String encoding) {
        var name = mail.automatic() ? identity.local() : mail.fromName();
        var from = addresses.reply(mail.id(), name, identity.local(), identity.domain());
        var headers = new Headers()
                .named("From", withoutDisguise(mail.fromName()), from.wire())
                .named("To", mail.to().name(), mail.to().address().wire());
        var replyTo = mail.replyTo();
        if (replyTo != null && mail.namesReplyTo()) {
            headers.named("Reply-To", replyTo.name(), replyTo.address().wire());
        }
        headers.text("Subject", mail.subject())
                .add("Date", DATE.format(mail.composedAt().atOffset(ZoneOffset.UTC)))
                .add("Message-ID", mail.messageId())
                .named(
                        "List-Id",
                        mail.campaignTitle(),
                        "%s.campaigns.%s"
                                .formatted(
                                        mail.campaignSlug(), platform.identity().domain()));
        if (mail.unsubscribable()) {
            headers.add("List-Unsubscribe", "<" + platform.unsubscribeUrl(mail.id()) + ">")
                    .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (mail.automatic()) {
            // The second is Microsoft's: Exchange sends no absence notices to a mail that carries it.
            headers.add("Auto-Submitted", "auto-generated").add("X-Auto-Response-Suppress", "All");
        }
        return headers.add("MIME-Version", "1.0")
                .add("Content-Type", "text/plain; charset=utf-8")
                .add("Content-Transfer-Encoding", encoding);
    }

    /**
     * A name that looks like an address would show readers another sender than the true one, and so would one that turns
     * the direction of what is behind it.
     */
    private static String withoutDisguise(String name) {
        return TURNS.matcher(SIGNS.matcher(name).replaceAll(" at ")).replaceAll("");
    }
}
