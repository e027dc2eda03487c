/** Postcodes: what people type, and which constituency each one lies in. */
@NullMarked
package org.centrallobby.lookup.postcode;

import org.jspecify.annotations.NullMarked;
