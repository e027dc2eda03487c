/** What is known of a campaign in numbers, counted exactly and without a row that everybody waits for. */
@NullMarked
package org.centrallobby.letter.statistics;

import org.jspecify.annotations.NullMarked;
