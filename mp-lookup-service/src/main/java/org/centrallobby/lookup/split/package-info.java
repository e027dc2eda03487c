/** Finds the postcodes through which a boundary runs: a command for the operator, apart from the running service. */
@NullMarked
package org.centrallobby.lookup.split;

import org.jspecify.annotations.NullMarked;
