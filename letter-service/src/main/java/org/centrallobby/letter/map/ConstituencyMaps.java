package org.centrallobby.letter.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.centrallobby.letter.lookup.Seat;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The map that is in use: the operator's, or where none is loaded the one that is drawn from what is known of the seats. */
@ApplicationScoped
public class ConstituencyMaps {
    private static final String LOADED =
            "select map.layout, place.constituency, place.q, place.r from constituency_map map cross join map_place"
                    + " place";

    private static final String PLACES = """
            insert into map_place (constituency, q, r)
            select * from unnest(cast(:codes as text[]), cast(:columns as integer[]), cast(:rows as integer[]))""";

    /** The last one that was drawn; seats change a few times a year. */
    private record Drawn(List<Where> seats, ConstituencyMap map) {}

    /** What a drawing depends on. */
    private record Where(String code, String name, Optional<String> region) {
        static Where of(Seat seat) {
            var place = seat.constituency();
            return new Where(place.code(), place.name(), Optional.ofNullable(seat.region()));
        }
    }

    private final EntityManager database;
    private volatile Drawn drawn = new Drawn(List.of(), OwnLayout.of(List.of()));

    ConstituencyMaps(EntityManager database) {
        this.database = database;
    }

    /** A map on which each of these seats lies. */
    @Transactional
    public ConstituencyMap of(List<Seat> seats) {
        return loaded().map(map -> withEvery(seats, map)).orElseGet(() -> own(seats));
    }

    /** The operator's map, if there is one. */
    private Optional<ConstituencyMap> loaded() {
        List<?> rows = database.createNativeQuery(LOADED, Tuple.class).getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var places = new HashMap<String, Place>();
        var layout = HexLayout.ODD_R;
        for (var row : rows) {
            var place = (Tuple) row;
            layout = HexLayout.valueOf(place.get("layout", String.class));
            places.put(
                    place.get("constituency", String.class),
                    new Place(place.get("q", Integer.class), place.get("r", Integer.class)));
        }
        return Optional.of(new ConstituencyMap(layout, MapSource.LOADED, places));
    }

    /** Puts the operator's map in the place of another or none. */
    @Transactional
    void keep(ConstituencyMap map, Instant at) {
        drop();
        var codes = map.places().keySet().stream().sorted().toArray(String[]::new);
        var session = database.unwrap(Session.class);
        session.createNativeMutationQuery("insert into constituency_map (layout, loaded_at) values (:layout, :at)")
                .setParameter("layout", map.layout().name())
                .setParameter("at", at, StandardBasicTypes.INSTANT)
                .executeUpdate();
        session.createNativeMutationQuery(PLACES)
                .setParameter("codes", codes, String[].class)
                .setParameter("columns", coordinates(codes, code -> map.at(code).q()), Integer[].class)
                .setParameter("rows", coordinates(codes, code -> map.at(code).r()), Integer[].class)
                .executeUpdate();
    }

    /** Takes the operator's map away, if there is one. Two operators at a time wait for each other. */
    @Transactional
    void drop() {
        database.createNativeQuery("lock table constituency_map in exclusive mode")
                .executeUpdate();
        database.createNativeQuery("delete from map_place").executeUpdate();
        database.createNativeQuery("delete from constituency_map").executeUpdate();
    }

    private static Integer[] coordinates(String[] codes, Function<String, Integer> coordinate) {
        return Arrays.stream(codes).map(coordinate).toArray(Integer[]::new);
    }

    /** Seats that came after the map lie in a row of their own below it, until the operator loads a newer one. */
    private static ConstituencyMap withEvery(List<Seat> seats, ConstituencyMap map) {
        var missing = seats.stream()
                .map(seat -> seat.constituency().code())
                .filter(code -> !map.places().containsKey(code))
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return map;
        }
        var places = new HashMap<>(map.places());
        var below = places.values().stream().mapToInt(Place::r).min().orElse(0) - 2;
        var west = places.values().stream().mapToInt(Place::q).min().orElse(0);
        for (var i = 0; i < missing.size(); i++) {
            places.put(missing.get(i), new Place(west + i, below));
        }
        return new ConstituencyMap(map.layout(), map.source(), places);
    }

    private ConstituencyMap own(List<Seat> seats) {
        var where = seats.stream().map(Where::of).toList();
        var last = drawn;
        if (!last.seats().equals(where)) {
            last = new Drawn(where, OwnLayout.of(seats));
            drawn = last;
        }
        return last.map();
    }
}
