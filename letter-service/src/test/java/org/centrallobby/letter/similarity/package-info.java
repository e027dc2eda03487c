/** Tests of how alike letters are. */
@NullMarked
package org.centrallobby.letter.similarity;

import org.jspecify.annotations.NullMarked;
