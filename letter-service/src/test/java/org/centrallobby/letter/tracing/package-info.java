@NullMarked
package org.centrallobby.letter.tracing;

import org.jspecify.annotations.NullMarked;
