/** An SMTP server that does what a script says: everything a real one gets wrong, and a count of what it took. */
@NullMarked
package org.centrallobby.testbed.smtp;

import org.jspecify.annotations.NullMarked;
