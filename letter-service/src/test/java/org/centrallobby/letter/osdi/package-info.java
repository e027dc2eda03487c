@NullMarked
package org.centrallobby.letter.osdi;

import org.jspecify.annotations.NullMarked;
