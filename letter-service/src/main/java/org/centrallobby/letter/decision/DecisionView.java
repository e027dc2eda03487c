package org.centrallobby.letter.decision;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision about many letters, and how far it is.
 *
 * @param finishedAt null while it is being carried out
 * @param letters how many it was about when it was made
 * @param uncounted how many confirmed letters count no longer, by an invalidation
 * @param recalled how many were held and are taken back
 * @param recallAsked how many were on their way and are asked for; what became of each, the letters tell
 * @param lapsed how many nobody had confirmed; they are erased
 * @param sent how many had been sent before, and stay so
 */
@Schema(example = """
        {"id": "01936f50-0000-7000-8000-000000000001", "campaign": "01936f30-0000-7000-8000-000000000001", "askedAt":
        "2026-11-24T10:15:30Z", "finishedAt": "2026-11-24T10:15:38Z", "letters": 1204, "uncounted": 1100, "recalled": 12,
        "recallAsked": 310, "lapsed": 104, "sent": 778}""")
record DecisionView(
        UUID id,
        UUID campaign,
        Instant askedAt,
        @Nullable Instant finishedAt,
        long letters,
        long uncounted,
        long recalled,
        long recallAsked,
        long lapsed,
        long sent) {
    static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.campaign(),
                decision.askedAt(),
                decision.finishedAt(),
                decision.found(),
                decision.uncounted(),
                decision.recalled(),
                decision.recallAsked(),
                decision.lapsed(),
                decision.sent());
    }
}
