@NullMarked
package org.centrallobby.lookup.postcode;

import org.jspecify.annotations.NullMarked;
