package org.centrallobby.mail.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.Phase;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the operator may know of a mail: how it fares, not whom it is between nor what it says. */
@Schema(name = "Mail", description = "How a mail fares; neither its text nor anybody's address")
record MailView(
        UUID id,
        MailKind kind,
        UUID organisation,
        UUID campaign,

        @Schema(
                description =
                        "queued, deferred, uncertain, sending, held, sent, settled, bounced, failed, suppressed, cancelled or recalled")
        MailState state,

        @Schema(description = "The same at every attempt") String messageId,
        Instant queuedAt,
        Instant changedAt,
        Instant expiresAt,

        @Schema(nullable = true, description = "When it is offered next; null where it does not wait") @Nullable Instant nextAttemptAt,

        @Schema(description = "How often it was offered to the relay")
        int attempts,

        @Schema(nullable = true, description = "What the relay said last; null before the first attempt") @Nullable Reply reply,

        @Schema(description = "The latest 50 attempts, the last one first")
        List<AttemptView> history) {

    /** How one attempt went. */
    @Schema(name = "Attempt")
    record AttemptView(
            int number,
            Instant at,
            Verdict verdict,
            Phase phase,

            @Schema(nullable = true, description = "The relay's name; null where its sender died") @Nullable String relay,

            @Schema(nullable = true, description = "How long it took, in milliseconds") @Nullable Integer tookMillis,

            Reply reply) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.verdict(),
                    attempt.phase(),
                    attempt.relay(),
                    attempt.tookMillis(),
                    attempt.reply());
        }
    }

    static MailView of(Mail mail, List<Attempt> attempts) {
        var waits = mail.state().isInLine();
        return new MailView(
                mail.id(),
                mail.kind(),
                mail.organisation(),
                mail.campaign(),
                mail.state(),
                mail.messageId(),
                mail.queuedAt(),
                mail.changedAt(),
                mail.expiresAt(),
                waits ? mail.nextAt() : null,
                mail.attempts(),
                mail.lastReply(),
                attempts.stream().map(AttemptView::of).toList());
    }
}
