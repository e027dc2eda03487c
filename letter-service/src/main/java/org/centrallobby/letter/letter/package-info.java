/** Letters from the first preview to the last report: their text, their states, and who may see what of them. */
@NullMarked
package org.centrallobby.letter.letter;

import org.jspecify.annotations.NullMarked;
