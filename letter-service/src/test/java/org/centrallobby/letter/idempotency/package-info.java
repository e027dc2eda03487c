@NullMarked
package org.centrallobby.letter.idempotency;

import org.jspecify.annotations.NullMarked;
