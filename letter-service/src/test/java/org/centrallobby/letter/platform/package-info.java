@NullMarked
package org.centrallobby.letter.platform;

import org.jspecify.annotations.NullMarked;
