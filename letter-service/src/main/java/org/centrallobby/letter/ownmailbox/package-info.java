/** Letters that their writers send from their own mailboxes: they say that they did, or a copy of it comes. */
@NullMarked
package org.centrallobby.letter.ownmailbox;

import org.jspecify.annotations.NullMarked;
