package org.centrallobby.mail.report;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.mail.smtp.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The data of a delivery event; its schema is {@code delivery.v1.schema.json}.
 *
 * @param attempts how often the mail was offered to the relay so far
 * @param reply what the relay said last; null before it was asked
 * @param reason why it ended, where no server's answer says so; null otherwise
 */
public record DeliveryReport(
        UUID mail,
        MailKind kind,
        Outcome outcome,
        Instant at,
        int attempts,
        @Nullable Reply reply,
        @Nullable Reason reason) {}
