package org.centrallobby.letter.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is this process's to send for a while.
 *
 * @param tries how many attempts have failed since it was last begun
 * @param lease under which it was claimed; an outcome under another is not written down
 * @param previousSecret sealed; null where it does not sign any more
 */
record Claimed(
        UUID delivery,
        UUID webhook,
        UUID lease,
        int tries,
        Instant claimedAt,
        String url,
        String body,
        byte[] secret,
        byte @Nullable [] previousSecret) {
    @Override
    public String toString() {
        return "Claimed[%s]".formatted(delivery);
    }
}
