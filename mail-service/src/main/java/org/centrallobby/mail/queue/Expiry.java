package org.centrallobby.mail.queue;

import org.centrallobby.mail.smtp.Reply;
import org.jspecify.annotations.Nullable;

/** Why a mail was given up. */
final class Expiry {
    private Expiry() {}

    /** The relay's last answer says more than that time ran out, where there was one. */
    static Reply reason(@Nullable Reply last, int attempts, boolean perhapsSent) {
        if (perhapsSent) {
            return Reply.none("The mail may have arrived: the relay had all of it once and never answered");
        }
        if (last != null && last.code() != null) {
            return last;
        }
        return Reply.none(
                attempts > 0
                        ? "The relay could not be reached until the mail expired"
                        : "The mail expired before it could be offered to the relay");
    }
}
