package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its organisation sees it.
 *
 * @param constituency its GSS code
 * @param member the number of the MP it goes to with the UK Parliament
 * @param reason why it is in its state, where there is something to say: what a held letter waits for (alike,
 *     named-like-member, campaign-paused, seat-vacant, seat-dissolved, member-takes-no-email), who took it back
 *     (by-organisation, by-writer, invalidated, already-written, or replaced by a letter that the same person has confirmed), by
 *     what it is known that its writer sent it themselves (said, copy), why the mail ended (expired, cancelled, suppressed, or
 *     in-doubt: it may have arrived, so its writer cannot write again), or a reply's codes such as 451 4.7.1
 * @param way who brings it to the MP: the platform, or its writer from their own-mailbox
 * @param stateSince when it came into its state
 * @param confirmedAt null until its writer confirms it, or is known to have sent it themselves
 * @param recallAskedAt when it was asked for back; until it is recalled or sent, that is open; null if it never was
 * @param invalidatedAt when it was found to be nobody's, so that it counts no longer; null if it never was
 * @param ownWords how much of it stands in none of the organisation's words, 0 to 100 per cent
 * @param site host of the page on which it was written; null where that is not known
 * @param channel how its writer came to the campaign; null where that is not known
 */
@Schema(example = LetterView.EXAMPLE)
record LetterView(
        UUID id,
        UUID campaign,
        String constituency,
        int member,
        LetterState state,
        @Nullable String reason,
        Way way,
        Instant writtenAt,
        @Nullable Instant confirmedAt,
        Instant stateSince,
        @Nullable Instant recallAskedAt,
        @Nullable Instant invalidatedAt,
        int ownWords,
        @Nullable String site,
        @Nullable String channel) {
    static final String EXAMPLE = """
            {"id": "01936f31-0000-7000-8000-000000000001", "campaign": "01936f30-0000-7000-8000-000000000001", "constituency":
            "E14001167", "member": 5353, "state": "held", "reason": "alike", "way": "platform", "writtenAt": "2026-11-24T10:15:30Z", "confirmedAt":
            "2026-11-24T10:17:02Z", "stateSince": "2026-11-24T10:17:02Z", "recallAskedAt": null, "invalidatedAt": null,
            "ownWords": 12, "site": "www.example.org", "channel": "whatsapp"}""";

    static LetterView of(Letter letter) {
        return new LetterView(
                letter.id(),
                letter.campaign(),
                letter.constituency(),
                letter.member(),
                letter.state(),
                letter.reason(),
                letter.way(),
                letter.writtenAt(),
                letter.confirmedAt(),
                letter.stateSince(),
                letter.recallAskedAt(),
                letter.invalidatedAt(),
                letter.ownWords(),
                letter.site(),
                letter.channel());
    }
}
