/** What stands in the log of this service, and what never does. */
@NullMarked
package org.centrallobby.mail.logging;

import org.jspecify.annotations.NullMarked;
