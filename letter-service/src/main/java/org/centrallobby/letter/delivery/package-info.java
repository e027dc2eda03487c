/** What the mail-service reports of the mails it was asked to send. */
@NullMarked
package org.centrallobby.letter.delivery;

import org.jspecify.annotations.NullMarked;
