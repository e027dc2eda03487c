/** How records are taken from Kafka: what nobody could read is put aside, what only has to wait is waited for. */
@NullMarked
package org.centrallobby.letter.consuming;

import org.jspecify.annotations.NullMarked;
