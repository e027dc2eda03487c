@NullMarked
package org.centrallobby.letter.comment;

import org.jspecify.annotations.NullMarked;
