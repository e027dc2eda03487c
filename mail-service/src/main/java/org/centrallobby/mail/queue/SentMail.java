package org.centrallobby.mail.queue;

import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.report.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * A mail that something may come back for.
 *
 * @param campaignSlug null once the mail was erased, as are the title, the mailbox and the writer
 * @param mailbox see {@link org.centrallobby.mail.address.EmailAddress#mailbox()}
 * @param writer who is answered to
 */
public record SentMail(
        UUID id,
        MailKind kind,
        UUID organisation,
        UUID campaign,
        @Nullable String campaignSlug,
        @Nullable String campaignTitle,
        MailState state,
        @Nullable UUID mailbox,
        @Nullable Correspondent writer) {}
