@NullMarked
package org.centrallobby.letter.share;

import org.jspecify.annotations.NullMarked;
