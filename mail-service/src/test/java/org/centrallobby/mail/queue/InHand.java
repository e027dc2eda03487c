package org.centrallobby.mail.queue;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.report.MailKind;

/** Mails in a process's hands that no database knows. */
final class InHand {
    private InHand() {}

    /** One that was claimed just now. */
    static Claimed mail(UUID sender) {
        var id = Requests.id();
        var content = new Content(
                "<%s@lobby.example>".formatted(id),
                "procurement-bill",
                "Take surveillance cameras out of public buildings",
                "Siân O'Brien",
                null,
                null,
                null,
                null,
                Requests.recipient(id),
                "The Procurement Bill",
                "Dear Sir Iain,\n\nplease.\n",
                false,
                Instant.parse("2026-11-23T10:15:30Z"),
                null);
        return new Claimed(
                sender,
                System.nanoTime(),
                id,
                MailKind.LETTER,
                Requests.id(),
                Requests.id(),
                1,
                "mp.example",
                false,
                false,
                0,
                false,
                false,
                null,
                content);
    }
}
