package org.centrallobby.letter.mail;

import java.util.UUID;

/** The data of {@code org.centrallobby.mail.recalled.v1}: a mail that shall not be sent any more. */
record MailRecall(UUID mail) {}
