/** Proof of work: a sum that costs a browser a moment and a flood of letters its speed. */
@NullMarked
package org.centrallobby.letter.proof;

import org.jspecify.annotations.NullMarked;
