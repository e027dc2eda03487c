/** Who writes: one person, however they type their name and address, and what they agreed to. */
@NullMarked
package org.centrallobby.letter.supporter;

import org.jspecify.annotations.NullMarked;
