package org.centrallobby.letter.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with personal data.
 *
 * @param by the organisation's program with a key, the writer of a letter, or the platform itself
 * @param key the id of the key, where a program did it
 * @param subject the id of the campaign, letter, comment or erasure that it was done to
 * @param people how many people it concerned
 */
@Schema(example = AuditView.EXAMPLE)
public record AuditView(
        UUID id,
        Instant at,
        By by,
        @Nullable UUID key,
        AuditAction action,
        @Nullable UUID subject,
        long people) {
    static final String EXAMPLE = """
            {"id": "01936f40-0000-7000-8000-000000000001", "at": "2026-11-24T10:15:30Z", "by": "key", "key": \
            "01936f2e-6a00-7c11-8d22-90aa17e5b3f4", "action": "export", "subject": \
            "01936f30-0000-7000-8000-000000000001", "people": 1204}""";

    static AuditView of(AuditEntry entry) {
        return new AuditView(
                entry.id(),
                entry.at(),
                entry.doneBy(),
                entry.apiKey(),
                entry.action(),
                entry.subject(),
                entry.people());
    }
}
