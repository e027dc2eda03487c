/** Personal links: over whose letter another one came, without a word about the person. */
@NullMarked
package org.centrallobby.letter.share;

import org.jspecify.annotations.NullMarked;
