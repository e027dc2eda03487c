@NullMarked
package org.centrallobby.letter;

import org.jspecify.annotations.NullMarked;
