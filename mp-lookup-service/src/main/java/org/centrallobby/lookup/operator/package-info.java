/** The operator's own key, from the environment. */
@NullMarked
package org.centrallobby.lookup.operator;

import org.jspecify.annotations.NullMarked;
