package org.centrallobby.letter.map;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How columns and rows of hexagons lie, as HexJSON names it: rows of hexagons that stand on a point, of which the odd or even
 * ones are shoved half a hexagon to the east; or columns of hexagons that lie on a side, shoved to the south.
 */
public enum HexLayout {
    ODD_R,
    EVEN_R,
    ODD_Q,
    EVEN_Q;

    private static final double ROOT = Math.sqrt(3);

    /** Its name in HexJSON: {@code odd-r}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<HexLayout> named(String wireName) {
        return Arrays.stream(values())
                .filter(layout -> layout.wireName().equals(wireName))
                .findFirst();
    }

    /** Whether its hexagons stand on a point. */
    boolean pointed() {
        return this == ODD_R || this == EVEN_R;
    }

    /** How far east the middle of a hexagon lies, where its sides are 1 long. */
    double x(Place place) {
        return pointed() ? ROOT * (place.q() + shove(place.r())) : 1.5 * place.q();
    }

    /** How far south the middle of a hexagon lies, where its sides are 1 long. */
    double y(Place place) {
        return pointed() ? -1.5 * place.r() : ROOT * (shove(place.q()) - place.r());
    }

    /** How many steps from hexagon to hexagon lead from one to the other. */
    int steps(Place from, Place to) {
        var along = lane(to) - lane(from);
        var across = slant(to) - slant(from);
        return Math.max(Math.max(Math.abs(along), Math.abs(across)), Math.abs(along + across));
    }

    /** The row or column that is not shoved within itself, and with {@link #slant} an axial coordinate. */
    private int lane(Place place) {
        return pointed() ? -place.r() : place.q();
    }

    private int slant(Place place) {
        var lane = lane(place);
        var shoved = this == ODD_R || this == ODD_Q ? lane & 1 : -(lane & 1);
        return (pointed() ? place.q() : -place.r()) - (lane - shoved) / 2;
    }

    private double shove(int lane) {
        var odd = (lane & 1) == 1;
        return odd == (this == ODD_R || this == ODD_Q) ? 0.5 : 0;
    }
}
