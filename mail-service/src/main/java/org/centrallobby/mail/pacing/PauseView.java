package org.centrallobby.mail.pacing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that is paused. */
@Schema(name = "Pause")
public record PauseView(
        @Schema(description = "everything, organisation, campaign or destination")
        PauseScope scope,

        @Schema(
                description =
                        "The id of the organisation or campaign, the destination's domain; empty where everything is paused")
        String key,

        Instant since) {}
