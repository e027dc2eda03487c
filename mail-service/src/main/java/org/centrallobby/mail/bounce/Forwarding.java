package org.centrallobby.mail.bounce;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.address.HeaderText;
import org.centrallobby.mail.queue.NewMail;
import org.centrallobby.mail.queue.Queue;
import org.centrallobby.mail.queue.SentMail;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.tracing.Traceparent;
import org.jspecify.annotations.Nullable;

/**
 * Passes answers to letters on to their writers. Nothing is passed on that could come round again: only answers to letters,
 * never to those who gave them, and as a notice that tells other machines not to answer (RFC 3834).
 */
@ApplicationScoped
class Forwarding {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();
    private static final Duration GIVE_UP = Duration.ofDays(5);
    private static final int LONGEST_NAME = 60;

    private final Queue queue;
    private final Notices notices;
    private final Attribution attribution;
    private final InstantSource clock;

    Forwarding(Queue queue, Notices notices, Attribution attribution, InstantSource clock) {
        this.queue = queue;
        this.notices = notices;
        this.attribution = attribution;
        this.clock = clock;
    }

    /** Puts the answer in line for the writer, in the running transaction; false where it must not go on. */
    boolean forward(Understood understood, SentMail letter) {
        var author = understood.author();
        var writer = letter.writer();
        if (letter.kind() != MailKind.LETTER || writer == null || author == null) {
            return false;
        }
        var from = address(author.address());
        if (from == null
                || from.mailbox().equals(writer.address().mailbox())
                || attribution.token(from.wire()).isPresent()) {
            return false;
        }
        var notice = notice(understood.mailClass(), author, from, letter, writer);
        queue.accept(List.of(notice));
        notices.add(letter.id(), notice.id());
        return true;
    }

    private NewMail notice(
            MailClass mailClass, Understood.Author author, EmailAddress from, SentMail letter, Correspondent writer) {
        var now = clock.instant();
        var isAutomatic = mailClass == MailClass.AUTO_REPLY;
        var answerable = !isAutomatic && !from.needsSmtpUtf8();
        return new NewMail(
                IDS.generate(),
                MailKind.NOTICE,
                letter.organisation(),
                letter.campaign(),
                // A mail that still knows its writer knows its campaign.
                Objects.requireNonNull(letter.campaignSlug()),
                Objects.requireNonNull(letter.campaignTitle()),
                name(author, from),
                null,
                // A machine's answer is not to be answered, and no head can name an address outside US-ASCII.
                answerable ? new Correspondent(null, from) : null,
                writer,
                subject(author, isAutomatic),
                text(author, from, isAutomatic),
                true,
                now,
                now.plus(GIVE_UP),
                Traceparent.current());
    }

    private static String text(Understood.Author author, EmailAddress from, boolean isAutomatic) {
        var answer = author.text().isBlank() ? "(no text / dim testun)" : author.text();
        return """
                %s

                %s

                ----

                %s
                """.formatted(
                        isAutomatic
                                ? "An automatic answer to your letter came from %s.\nDaeth ateb awtomatig i'ch llythyr gan %s."
                                        .formatted(from.wire(), from.wire())
                                : "%s has answered your letter.\nMae %s wedi ateb eich llythyr."
                                        .formatted(from.wire(), from.wire()),
                        answer,
                        isAutomatic
                                ? "It was written by a machine; please do not answer it.\nPeiriant a'i hysgrifennodd; peidiwch â'i ateb."
                                : farewell(from));
    }

    private static String farewell(EmailAddress from) {
        return from.needsSmtpUtf8()
                ? "To answer, write to their address above: an answer to this mail does not reach them.\n"
                        + "I ateb, ysgrifennwch i'w cyfeiriad uchod: ni fydd ateb i'r neges hon yn eu cyrraedd."
                : "If you answer this mail, your answer goes to them and not to us.\n"
                        + "Os atebwch y neges hon, atyn nhw y bydd eich ateb yn mynd, nid atom ni.";
    }

    private static String name(Understood.Author author, EmailAddress from) {
        var name = author.name().replace("@", " ").strip();
        if (name.isEmpty() || !HeaderText.isSafe(name)) {
            return from.local();
        }
        var longest = Math.min(name.codePointCount(0, name.length()), LONGEST_NAME);
        return name.substring(0, name.offsetByCodePoints(0, longest));
    }

    private static String subject(Understood.Author author, boolean isAutomatic) {
        if (author.subject().isBlank() || !HeaderText.isSafe(author.subject())) {
            return isAutomatic ? "An automatic answer to your letter" : "An answer to your letter";
        }
        return author.subject();
    }

    private static @Nullable EmailAddress address(@Nullable String text) {
        try {
            return text == null ? null : EmailAddress.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
