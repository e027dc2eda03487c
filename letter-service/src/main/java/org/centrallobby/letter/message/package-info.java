/** The organisation's words with their merge fields, and the letter that comes of them. */
@NullMarked
package org.centrallobby.letter.message;

import org.jspecify.annotations.NullMarked;
