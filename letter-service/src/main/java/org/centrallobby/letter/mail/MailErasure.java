package org.centrallobby.letter.mail;

import java.util.UUID;

/** The data of {@code org.centrallobby.mail.erasure-requested.v1}. */
record MailErasure(UUID mail, MailKind kind) {}
