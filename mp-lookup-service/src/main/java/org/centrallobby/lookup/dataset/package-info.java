/** Reads the public data, keeps what was read, and says what is loaded. */
@NullMarked
package org.centrallobby.lookup.dataset;

import org.jspecify.annotations.NullMarked;
