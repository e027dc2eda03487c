/** Measures the lookup service on data of the size of the real ones: the Java half of {@code deploy/bench/lookup}. */
@NullMarked
package org.centrallobby.bench;

import org.jspecify.annotations.NullMarked;
