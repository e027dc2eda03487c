@NullMarked
package org.centrallobby.letter.limit;

import org.jspecify.annotations.NullMarked;
