@NullMarked
package org.centrallobby.letter.map;

import org.jspecify.annotations.NullMarked;
