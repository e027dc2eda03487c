/** The pages that work without JavaScript: a campaign's three steps, the confirmation, and a letter's own page. */
@NullMarked
package org.centrallobby.letter.page;

import org.jspecify.annotations.NullMarked;
