@NullMarked
package org.centrallobby.letter.confirmation;

import org.jspecify.annotations.NullMarked;
