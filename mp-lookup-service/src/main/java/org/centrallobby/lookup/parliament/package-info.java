/** Who holds the seats, as the UK Parliament tells it: over its API, or in saved answers of it. */
@NullMarked
package org.centrallobby.lookup.parliament;

import org.jspecify.annotations.NullMarked;
