/** What an organisation asks of MPs: its words, its state, and what the public sees of it. */
@NullMarked
package org.centrallobby.letter.campaign;

import org.jspecify.annotations.NullMarked;
