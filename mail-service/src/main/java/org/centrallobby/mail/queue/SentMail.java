package org.centrallobby.mail.queue;

import java.util.UUID;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.report.MailKind;
import org.jspecify.annotations.Nullable;

public record SentMail(
        UUID id,
        MailKind kind,
        UUID organisation,
        UUID campaign,
        String campaignSlug,
        String campaignTitle,
        MailState state,
        UUID mailbox,
        @Nullable Correspondent writer) {}
