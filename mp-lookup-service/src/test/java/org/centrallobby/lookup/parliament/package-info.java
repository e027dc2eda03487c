@NullMarked
package org.centrallobby.lookup.parliament;

import org.jspecify.annotations.NullMarked;
