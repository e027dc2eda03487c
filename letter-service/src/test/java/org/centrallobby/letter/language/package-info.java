@NullMarked
package org.centrallobby.letter.language;

import org.jspecify.annotations.NullMarked;
