/** How one finished mail becomes bytes and reaches the relay. */
@NullMarked
package org.centrallobby.mail.smtp;

import org.jspecify.annotations.NullMarked;
