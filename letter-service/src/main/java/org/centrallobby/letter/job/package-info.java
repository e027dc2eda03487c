/** Periodic work that one replica of the fleet does at a time. */
@NullMarked
package org.centrallobby.letter.job;

import org.jspecify.annotations.NullMarked;
