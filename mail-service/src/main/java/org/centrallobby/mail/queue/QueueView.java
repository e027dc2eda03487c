package org.centrallobby.mail.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.centrallobby.mail.pacing.PauseView;
import org.centrallobby.mail.smtp.Relay;
import org.centrallobby.mail.smtp.Reply;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the whole queue fares. */
@Schema(name = "Queue")
record QueueView(
        @Schema(description = "Whether the operator has stopped all sending")
        boolean paused,

        @Schema(description = "Everything that is paused, the oldest pause first, at most 100")
        List<PauseView> pauses,

        @Schema(
                description =
                        "How many mails there are in each state: those that wait, are being sent or are held, and with finished=true the others as well")
        Map<String, Long> mails,

        @Schema(description = "How many seconds the mail has waited that has waited longest; 0 where none waits")
        long oldestSeconds,

        @Schema(description = "The relays, as the replica that answers knows them")
        List<RelayView> relays) {

    /** What the replica that answers knows of a relay. */
    @Schema(name = "Relay")
    record RelayView(
            @Schema(description = "Its name in the configuration")
            String name,

            @Schema(description = "false: no mail passes at present, one at a time tries")
            boolean up,

            @Schema(nullable = true, description = "Since when no mail passes") @Nullable Instant downSince,

            @Schema(nullable = true, description = "What it said, or why nothing") @Nullable Reply reply) {
        static RelayView of(Relay relay, RelayGate.@Nullable Trouble trouble) {
            return trouble == null
                    ? new RelayView(relay.name(), true, null, null)
                    : new RelayView(relay.name(), false, trouble.since(), trouble.reply());
        }
    }
}
