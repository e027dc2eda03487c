package org.centrallobby.mail.queue;

import java.time.Instant;
import java.util.Map;
import org.centrallobby.mail.smtp.Reply;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the whole queue fares. */
@Schema(name = "Queue")
record QueueView(
        @Schema(description = "Whether the operator has stopped sending")
        boolean paused,

        @Schema(description = "How many mails there are in each state")
        Map<String, Long> mails,

        @Schema(description = "How many seconds the mail has waited that has waited longest; 0 where none waits")
        long oldestSeconds,

        RelayView relay) {

    /** What the replica that answers knows of the relay. */
    @Schema(name = "Relay")
    record RelayView(
            @Schema(description = "false: no mail passes at present, one at a time tries")
            boolean up,

            @Schema(nullable = true, description = "Since when no mail passes") @Nullable Instant downSince,

            @Schema(nullable = true, description = "What it said, or why nothing") @Nullable Reply reply) {
        static RelayView of(RelayGate.@Nullable Trouble trouble) {
            return trouble == null
                    ? new RelayView(true, null, null)
                    : new RelayView(false, trouble.since(), trouble.reply());
        }
    }
}
