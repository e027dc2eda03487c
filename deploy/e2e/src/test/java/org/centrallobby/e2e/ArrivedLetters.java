package org.centrallobby.e2e;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.ReceivedMail;

/** The letters at the MPs' addresses by their writers; each mail is looked into once, as there may be thousands. */
final class ArrivedLetters {
    private final Mailbox mailbox;
    private final Map<String, List<ReceivedMail>> byWriter = new HashMap<>();
    private int lookedInto;

    ArrivedLetters(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** The letters that an answer to which would go to this address; oldest first. */
    synchronized List<ReceivedMail> from(String email) {
        var mails = mailbox.mails();
        for (var mail : mails.subList(lookedInto, mails.size())) {
            var replyTo = mail.header("Reply-To");
            if (replyTo != null && mail.recipient().endsWith("@mp.example")) {
                byWriter.computeIfAbsent(address(replyTo), writer -> new java.util.ArrayList<>())
                        .add(mail);
            }
        }
        lookedInto = mails.size();
        return List.copyOf(byWriter.getOrDefault(email, List.of()));
    }

    private static String address(String header) {
        return header.substring(header.indexOf('<') + 1).replace(">", "").strip();
    }
}
