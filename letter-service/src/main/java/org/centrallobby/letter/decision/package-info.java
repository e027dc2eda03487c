/** What an organisation decides about many letters at once: to take them back, or that they are nobody's. */
@NullMarked
package org.centrallobby.letter.decision;

import org.jspecify.annotations.NullMarked;
