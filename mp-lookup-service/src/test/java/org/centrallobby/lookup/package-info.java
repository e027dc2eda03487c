@NullMarked
package org.centrallobby.lookup;

import org.jspecify.annotations.NullMarked;
