package org.centrallobby.mail.smtp;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A letter whose every value a test may replace. */
record ALetter(
        String fromName,
        @Nullable String toName,
        String to,
        @Nullable String replyTo,
        String subject,
        String text,
        boolean automatic,
        boolean unsubscribable) {
    static final UUID ID = UUID.fromString("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d");
    static final Instant COMPOSED = Instant.parse("2026-11-03T09:05:30Z");
    static final String MESSAGE_ID = "<01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>";

    static ALetter plain() {
        return new ALetter(
                "Jane Doe",
                "Sir Iain Duncan Smith",
                "mp@mp.example",
                "jane@example.org",
                "The Procurement Bill",
                "Dear Sir Iain,\n\nplease.\n",
                false,
                false);
    }

    ALetter from(String name) {
        return new ALetter(name, toName, to, replyTo, subject, text, automatic, unsubscribable);
    }

    ALetter to(@Nullable String name, String address) {
        return new ALetter(fromName, name, address, replyTo, subject, text, automatic, unsubscribable);
    }

    ALetter answeredTo(String address) {
        return new ALetter(fromName, toName, to, address, subject, text, automatic, unsubscribable);
    }

    ALetter about(String subject) {
        return new ALetter(fromName, toName, to, replyTo, subject, text, automatic, unsubscribable);
    }

    ALetter saying(String text) {
        return new ALetter(fromName, toName, to, replyTo, subject, text, automatic, unsubscribable);
    }

    ALetter byAMachine() {
        return new ALetter(fromName, toName, to, null, subject, text, true, unsubscribable);
    }

    ALetter toBeUnsubscribedFrom() {
        return new ALetter(fromName, toName, to, replyTo, subject, text, automatic, true);
    }

    OutgoingMail mail() {
        return mail(null);
    }

    OutgoingMail mail(@Nullable String sendingDomain) {
        return new OutgoingMail(
                ID,
                UUID.fromString("01936f00-0000-7000-8000-0000000000aa"),
                sendingDomain,
                MESSAGE_ID,
                COMPOSED,
                fromName,
                replyTo == null ? null : new Correspondent(fromName, EmailAddress.parse(replyTo)),
                new Correspondent(toName, EmailAddress.parse(to)),
                subject,
                text,
                automatic,
                unsubscribable,
                "procurement-bill",
                "Take surveillance cameras out of public buildings");
    }
}
