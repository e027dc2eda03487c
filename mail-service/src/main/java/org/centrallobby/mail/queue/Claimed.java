package org.centrallobby.mail.queue;

import java.util.UUID;

/**
 * A mail in a process's hands.
 *
 * @param sender the name under which it was claimed; the process may have taken another since
 */
record Claimed(UUID sender, Mail mail) {}
