/** How an organisation gets its letters and supporters out, in one go. */
@NullMarked
package org.centrallobby.letter.export;

import org.jspecify.annotations.NullMarked;
