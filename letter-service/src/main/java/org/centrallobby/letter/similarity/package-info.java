/** How like other letters a letter is, and what follows from it. */
@NullMarked
package org.centrallobby.letter.similarity;

import org.jspecify.annotations.NullMarked;
