package org.centrallobby.mail.queue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much waits for one destination, or of one campaign or organisation. */
@Schema(name = "Depth")
record DepthView(
        @Schema(description = "The destination's domain, or the id of the campaign or organisation")
        String key,

        @Schema(description = "How many mails wait") long waiting,

        @Schema(description = "How many of them were offered before")
        long deferred,

        @Schema(description = "How many seconds the mail has waited that has waited longest")
        long oldestSeconds) {}
