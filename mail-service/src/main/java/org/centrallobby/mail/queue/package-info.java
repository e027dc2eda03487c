/** Mails wait here until the relay has them: durable, shared by every replica, each mail in one process's hands at a time. */
@NullMarked
package org.centrallobby.mail.queue;

import org.jspecify.annotations.NullMarked;
