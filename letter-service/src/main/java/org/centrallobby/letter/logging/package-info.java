/** What stands in the log of this service, and what never does. */
@NullMarked
package org.centrallobby.letter.logging;

import org.jspecify.annotations.NullMarked;
