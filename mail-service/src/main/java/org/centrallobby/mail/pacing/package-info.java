/** How fast mails may go, and whose turn it is. */
@NullMarked
package org.centrallobby.mail.pacing;

import org.jspecify.annotations.NullMarked;
