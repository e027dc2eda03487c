@NullMarked
package org.centrallobby.lookup.split;

import org.jspecify.annotations.NullMarked;
