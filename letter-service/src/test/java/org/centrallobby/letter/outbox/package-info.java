@NullMarked
package org.centrallobby.letter.outbox;

import org.jspecify.annotations.NullMarked;
