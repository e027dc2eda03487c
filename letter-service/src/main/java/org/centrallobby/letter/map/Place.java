package org.centrallobby.letter.map;

/**
 * A hexagon of a map.
 *
 * @param q its column, growing to the east
 * @param r its row, growing to the north
 */
public record Place(int q, int r) {}
