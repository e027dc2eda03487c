@NullMarked
package org.centrallobby.letter.mail;

import org.jspecify.annotations.NullMarked;
