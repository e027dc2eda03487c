/** A request that is sent twice takes effect once. */
@NullMarked
package org.centrallobby.letter.idempotency;

import org.jspecify.annotations.NullMarked;
