@NullMarked
package org.centrallobby.letter.proof;

import org.jspecify.annotations.NullMarked;
