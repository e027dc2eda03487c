/** How much the public surface takes from one place, for one campaign and for one MP, and what is asked of whom beyond that. */
@NullMarked
package org.centrallobby.letter.limit;

import org.jspecify.annotations.NullMarked;
