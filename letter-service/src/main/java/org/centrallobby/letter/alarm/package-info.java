/** Looks at the newest letters and says where too many have too much in common. */
@NullMarked
package org.centrallobby.letter.alarm;

import org.jspecify.annotations.NullMarked;
