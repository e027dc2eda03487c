@NullMarked
package org.centrallobby.letter.message;

import org.jspecify.annotations.NullMarked;
