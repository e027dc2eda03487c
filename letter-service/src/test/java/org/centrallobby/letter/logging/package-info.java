@NullMarked
package org.centrallobby.letter.logging;

import org.jspecify.annotations.NullMarked;
