@NullMarked
package org.centrallobby.letter.consuming;

import org.jspecify.annotations.NullMarked;
