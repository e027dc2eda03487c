@NullMarked
package org.centrallobby.letter.supporter;

import org.jspecify.annotations.NullMarked;
