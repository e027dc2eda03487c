/** What other services ask for: mails to be sent, and mails to be taken back. */
@NullMarked
package org.centrallobby.mail.request;

import org.jspecify.annotations.NullMarked;
