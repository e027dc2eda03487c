@NullMarked
package org.centrallobby.lookup.dataset;

import org.jspecify.annotations.NullMarked;
