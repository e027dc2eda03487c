@NullMarked
package org.centrallobby.letter.letter;

import org.jspecify.annotations.NullMarked;
