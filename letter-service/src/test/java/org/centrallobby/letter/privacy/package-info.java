@NullMarked
package org.centrallobby.letter.privacy;

import org.jspecify.annotations.NullMarked;
