/** Where the service asks what time it is. */
@NullMarked
package org.centrallobby.letter.time;

import org.jspecify.annotations.NullMarked;
