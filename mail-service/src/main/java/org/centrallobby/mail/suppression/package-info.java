/** Mailboxes that shall not be written to, for how long and why. */
@NullMarked
package org.centrallobby.mail.suppression;

import org.jspecify.annotations.NullMarked;
