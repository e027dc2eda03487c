package org.centrallobby.mail.queue;

import java.util.UUID;

/** A mail is to be forgotten, with everything that was made of it; fired within the transaction that does so. */
public record MailForgotten(UUID mail) {}
