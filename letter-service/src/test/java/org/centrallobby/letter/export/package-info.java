@NullMarked
package org.centrallobby.letter.export;

import org.jspecify.annotations.NullMarked;
