package org.centrallobby.letter.alarm;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.decision.InvalidationFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An alarm.
 *
 * @param subject what the letters have in common: the keyed hash of a network, a domain, or a constituency's code; null for
 *     letters that are alike
 * @param letters how many letters have it in common
 * @param of how many were looked at
 * @param usualShare the share that it had before, 0 to 1; 0 where nothing is known
 * @param writtenAfter the letters were written then or later
 * @param invalidation what to post to the campaign's invalidations, if the letters are nobody's
 */
@Schema(example = AlarmView.EXAMPLE)
record AlarmView(
        UUID id,
        UUID campaign,
        AlarmKind kind,
        @Nullable String subject,
        long letters,
        long of,
        double usualShare,
        Instant writtenAfter,
        Instant raisedAt,
        InvalidationFields invalidation) {
    static final String EXAMPLE = """
            {"id": "01936f60-0000-7000-8000-000000000001", "campaign": "01936f30-0000-7000-8000-000000000001", "kind":
            "email-domain", "subject": "trash.example", "letters": 212, "of": 480, "usualShare": 0.001, "writtenAfter":
            "2026-11-24T10:00:00Z", "raisedAt": "2026-11-24T11:00:00Z", "invalidation": {"emailDomain": "trash.example",
            "writtenAfter": "2026-11-24T10:00:00Z"}}""";

    static AlarmView of(Alarm alarm) {
        return new AlarmView(
                alarm.id(),
                alarm.campaign(),
                alarm.kind(),
                alarm.kind() == AlarmKind.ALIKE ? null : alarm.subject(),
                alarm.letters(),
                alarm.ofLetters(),
                alarm.usualShare(),
                alarm.writtenAfter(),
                alarm.raisedAt(),
                alarm.invalidation());
    }
}
