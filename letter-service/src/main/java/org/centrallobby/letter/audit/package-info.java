/** Who did what with personal data, when and to how many; never whose. */
@NullMarked
package org.centrallobby.letter.audit;

import org.jspecify.annotations.NullMarked;
