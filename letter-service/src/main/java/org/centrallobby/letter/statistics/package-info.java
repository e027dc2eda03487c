/** How many letters were confirmed, per campaign and constituency, counted without a row that everybody waits for. */
@NullMarked
package org.centrallobby.letter.statistics;

import org.jspecify.annotations.NullMarked;
