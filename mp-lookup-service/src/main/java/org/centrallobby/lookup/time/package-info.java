/** Where the service asks what time it is. */
@NullMarked
package org.centrallobby.lookup.time;

import org.jspecify.annotations.NullMarked;
