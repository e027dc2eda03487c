@NullMarked
package org.centrallobby.e2e.chaos;

import org.jspecify.annotations.NullMarked;
