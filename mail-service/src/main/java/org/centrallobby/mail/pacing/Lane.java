package org.centrallobby.mail.pacing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in which mails wait for one another.
 *
 * @param urgent whether somebody sits before a screen and waits for the mail: such mails overtake all others
 * @param destination the domain of the recipient's address, in lower case
 * @param mailbox the recipient's mailbox where a letter waits for it; null for mails to supporters, who get a few each
 */
public record Lane(
        UUID organisation,
        UUID campaign,
        boolean urgent,
        String destination,
        @Nullable UUID mailbox) {
    /** Never the destination: it may be a person's own domain. */
    @Override
    public String toString() {
        return "Lane[%s]".formatted(campaign);
    }
}
