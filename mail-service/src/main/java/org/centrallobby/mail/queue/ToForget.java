package org.centrallobby.mail.queue;

import java.util.UUID;
import org.centrallobby.mail.report.MailKind;

/** A mail of which nothing shall be kept but that there was one. */
public record ToForget(UUID mail, MailKind kind) {}
