/** Measures services on data of the size of the real ones: the Java half of the commands in {@code deploy/bench}. */
@NullMarked
package org.centrallobby.bench;

import org.jspecify.annotations.NullMarked;
