@NullMarked
package org.centrallobby.lookup.seat;

import org.jspecify.annotations.NullMarked;
