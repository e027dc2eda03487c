@NullMarked
package org.centrallobby.lookup.problem;

import org.jspecify.annotations.NullMarked;
