@NullMarked
package org.centrallobby.letter.lookup;

import org.jspecify.annotations.NullMarked;
