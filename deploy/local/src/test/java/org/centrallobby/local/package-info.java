@NullMarked
package org.centrallobby.local;

import org.jspecify.annotations.NullMarked;
