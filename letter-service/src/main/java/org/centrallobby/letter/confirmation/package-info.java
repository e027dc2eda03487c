/** The writer shows that the address is theirs: by a button behind the link of a mail, or by the code in it. */
@NullMarked
package org.centrallobby.letter.confirmation;

import org.jspecify.annotations.NullMarked;
