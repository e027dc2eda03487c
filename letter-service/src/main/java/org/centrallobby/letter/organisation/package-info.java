/** Who runs campaigns, and the keys by which their programs are known. */
@NullMarked
package org.centrallobby.letter.organisation;

import org.jspecify.annotations.NullMarked;
