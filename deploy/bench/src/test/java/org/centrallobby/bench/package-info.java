@NullMarked
package org.centrallobby.bench;

import org.jspecify.annotations.NullMarked;
