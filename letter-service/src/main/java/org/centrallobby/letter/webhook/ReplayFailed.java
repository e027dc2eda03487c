package org.centrallobby.letter.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which deliveries to send once more.
 *
 * @param since of events from then on, with a zone
 */
@Schema(example = """
        {"since": "2026-11-24T00:00:00Z"}\
        """)
record ReplayFailed(
        @NotNull(message = "Say from when on, for instance 2026-11-24T00:00:00Z.") Instant since) {}
