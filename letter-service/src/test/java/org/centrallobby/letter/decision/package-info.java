@NullMarked
package org.centrallobby.letter.decision;

import org.jspecify.annotations.NullMarked;
