/** The words of pages, mails and letters, one file a language. */
@NullMarked
package org.centrallobby.letter.language;

import org.jspecify.annotations.NullMarked;
