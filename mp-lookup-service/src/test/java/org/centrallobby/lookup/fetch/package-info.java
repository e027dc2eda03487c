@NullMarked
package org.centrallobby.lookup.fetch;

import org.jspecify.annotations.NullMarked;
