/** Measures the index where it is: it is nobody's outside its package. */
@NullMarked
package org.centrallobby.lookup.postcode;

import org.jspecify.annotations.NullMarked;
