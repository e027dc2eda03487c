package org.centrallobby.letter.lookup;

import org.jspecify.annotations.Nullable;

/**
 * A postcode's place and seat.
 *
 * @param seat null while the supporter has to choose between the place's candidates
 */
public record Representation(Place place, @Nullable Seat seat) {}
