@NullMarked
package org.centrallobby.letter.dashboard;

import org.jspecify.annotations.NullMarked;
