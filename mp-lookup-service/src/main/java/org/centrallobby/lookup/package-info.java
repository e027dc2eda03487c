/** Knows places and people: postcode to constituency to who holds the seat now. */
@NullMarked
package org.centrallobby.lookup;

import org.jspecify.annotations.NullMarked;
