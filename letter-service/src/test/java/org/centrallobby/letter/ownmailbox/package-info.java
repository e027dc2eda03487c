@NullMarked
package org.centrallobby.letter.ownmailbox;

import org.jspecify.annotations.NullMarked;
