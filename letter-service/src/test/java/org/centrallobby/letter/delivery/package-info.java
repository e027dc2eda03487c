@NullMarked
package org.centrallobby.letter.delivery;

import org.jspecify.annotations.NullMarked;
