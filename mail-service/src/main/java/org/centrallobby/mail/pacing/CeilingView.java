package org.centrallobby.mail.pacing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holds a mailbox, a destination or a relay back beyond the configuration. */
@Schema(name = "Ceiling")
record CeilingView(
        @Schema(description = "mailbox, destination or relay")
        PaceScope scope,

        @Schema(
                description =
                        "The destination's domain, the relay's name, or what stands for the mailbox: never its address")
        String key,

        @Schema(nullable = true, description = "The most mails within any hour, as the operator set it") @Nullable Integer hourly,

        @Schema(nullable = true, description = "Mails an hour that the brake allows; null while it is off") @Nullable Double brakedTo) {
    /** Behind which the next page begins. */
    String cursor() {
        return scope.word() + ':' + key;
    }
}
