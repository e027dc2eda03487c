@NullMarked
package org.centrallobby.letter.webhook;

import org.jspecify.annotations.NullMarked;
