package org.centrallobby.letter.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign takes letters by itself.
 *
 * @param opensAt null for at once when it is published
 * @param closesAt null for not until somebody closes it
 */
record Schedule(@Nullable Instant opensAt, @Nullable Instant closesAt) {
    boolean isInOrder() {
        return opensAt == null || closesAt == null || opensAt.isBefore(closesAt);
    }
}
