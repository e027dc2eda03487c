package org.centrallobby.mail.queue;

import org.centrallobby.mail.smtp.Reply;

/** Why a mail was given up. */
final class Expiry {
    private Expiry() {}

    /** The relay's last answer says more than that time ran out, where there was one. */
    static Reply reason(Mail mail) {
        var last = mail.lastReply();
        if (last != null && last.code() != null) {
            return last;
        }
        return Reply.none(
                mail.attempts() > 0
                        ? "The relay could not be reached until the mail expired"
                        : "The mail expired before it could be offered to the relay");
    }
}
