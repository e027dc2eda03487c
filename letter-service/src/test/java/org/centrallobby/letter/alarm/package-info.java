@NullMarked
package org.centrallobby.letter.alarm;

import org.jspecify.annotations.NullMarked;
