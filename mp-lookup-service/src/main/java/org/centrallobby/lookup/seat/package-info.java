/** Who holds each seat of the House of Commons now. */
@NullMarked
package org.centrallobby.lookup.seat;

import org.jspecify.annotations.NullMarked;
