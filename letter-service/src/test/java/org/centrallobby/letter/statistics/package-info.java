@NullMarked
package org.centrallobby.letter.statistics;

import org.jspecify.annotations.NullMarked;
