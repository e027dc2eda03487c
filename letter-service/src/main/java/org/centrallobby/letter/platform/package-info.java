/** What is true of this whole installation. */
@NullMarked
package org.centrallobby.letter.platform;

import org.jspecify.annotations.NullMarked;
