package org.centrallobby.letter.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HexLayoutTest {
    @ParameterizedTest
    @EnumSource
    void hexagonsThatTouchAreOneStepApartAndNoOthersAre(HexLayout layout) {
        for (var middle : around(new Place(0, 0))) {
            for (var other : around(middle)) {
                var distance = Math.hypot(layout.x(other) - layout.x(middle), layout.y(other) - layout.y(middle));
                var touches = Math.abs(distance - Math.sqrt(3)) < 1e-9;

                assertThat(layout.steps(middle, other) == 1)
                        .as("%s %s %s", layout, middle, other)
                        .isEqualTo(touches);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsGrowToTheNorthAndColumnsToTheEast(HexLayout layout) {
        assertThat(layout.y(new Place(4, 6))).isLessThan(layout.y(new Place(4, 4)));
        assertThat(layout.x(new Place(6, 4))).isGreaterThan(layout.x(new Place(4, 4)));
        assertThat(layout.steps(new Place(-3, 5), new Place(-3, 5))).isZero();
        assertThat(Math.hypot(layout.x(new Place(2, 2)), layout.y(new Place(2, 2))))
                .isCloseTo(4, within(1.6));
    }

    private static ArrayList<Place> around(Place middle) {
        var places = new ArrayList<Place>();
        for (var q = -3; q <= 3; q++) {
            for (var r = -3; r <= 3; r++) {
                places.add(new Place(middle.q() + q, middle.r() + r));
            }
        }
        return places;
    }
}
