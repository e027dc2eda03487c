package org.centrallobby.letter.alarm;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Letters of one campaign that have something in common.
 *
 * @param subject what it is; empty for letters that are alike
 * @param of how many letters were looked at
 * @param alike their ids, where they are alike; null otherwise
 */
record Cluster(
        UUID campaign,
        AlarmKind kind,
        String subject,
        long letters,
        long of,
        @Nullable List<UUID> alike) {
    double share() {
        return (double) letters / of;
    }
}
