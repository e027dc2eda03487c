@NullMarked
package org.centrallobby.letter.embed;

import org.jspecify.annotations.NullMarked;
