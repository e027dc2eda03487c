@NullMarked
package org.centrallobby.letter.problem;

import org.jspecify.annotations.NullMarked;
