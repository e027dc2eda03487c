package org.centrallobby.letter.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.message.SeatNames;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a map in HexJSON, the format of Open Innovations: {@code {"layout": "odd-r", "hexes": {"E14001063": {"n": "Aldershot",
 * "q": 55, "r": -40}, ...}}}. What else stands in it is passed over. A seat is found by its code and, where a map is older than
 * a change of codes, by the name {@code n}.
 */
final class HexJson {
    /** Seats of the House of Commons. A platform that knows fewer has loaded a part of the country, and takes a map of the whole. */
    private static final int HOUSE = 650;

    /** What no map of the House needs more of; beyond it a drawing would be nothing to look at. */
    private static final int MOST_HEXES = 1_000;

    private static final int FARTHEST = 1_000;
    private static final Pattern CODE = Pattern.compile("[ENSW][0-9]{8}");
    private static final int MOST_ERRORS = 50;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<Seat> seats;
    private final SeatNames names;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<Place, String> taken = new HashMap<>();

    private HexJson(List<Seat> seats) {
        this.seats = seats;
        this.names = new SeatNames(seats);
    }

    /**
     * Reads a map and holds it against the seats that are known: each stands in it once, on a hexagon of its own, and there
     * is no other.
     *
     * @throws Failure with all that is wrong with it
     */
    static ConstituencyMap read(byte[] body, List<Seat> seats) {
        var document = parse(body);
        return new HexJson(seats).read(document);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw new Failure(
                    ProblemType.BAD_REQUEST,
                    "The map is not well-formed JSON, or has a name twice in one object%s."
                            .formatted(
                                    at == null
                                            ? ""
                                            : ": look at line %d, column %d"
                                                    .formatted(at.getLineNr(), at.getColumnNr())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConstituencyMap read(JsonNode document) {
        var layout = layout(document.path("layout"));
        var hexes = document.path("hexes");
        if (!hexes.isObject() || hexes.isEmpty() || hexes.size() > MOST_HEXES) {
            error("#/hexes", "Give an object with a hexagon for each constituency, by its code; at most 1,000.");
        } else {
            hexes.properties().forEach(hex -> read(hex.getKey(), hex.getValue()));
            seats.forEach(this::missing);
        }
        if (!errors.isEmpty() || layout.isEmpty()) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    errors.size() > MOST_ERRORS
                            ? "Correct the map; the first %d of %d places that are wrong are named below."
                                    .formatted(MOST_ERRORS, errors.size())
                            : "Correct the places of the map that are named below.",
                    errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
        }
        return new ConstituencyMap(layout.get(), MapSource.LOADED, places);
    }

    private Optional<HexLayout> layout(JsonNode name) {
        var layout = HexLayout.named(name.asText());
        if (layout.isEmpty()) {
            error("#/layout", "Use odd-r, even-r, odd-q or even-q.");
        }
        return layout;
    }

    private void read(String code, JsonNode hex) {
        var seat = seat(code, hex.path("n"));
        var pointer = "#/hexes/" + code.replace("~", "~0").replace("/", "~1");
        var place = place(hex, pointer);
        // Where a part of the country is known, the rest of it may come later.
        if (seat == null && (seats.size() >= HOUSE || !CODE.matcher(code).matches())) {
            error(pointer, "There is no constituency of this code or name. Take it out, or correct the code.");
            return;
        }
        if (place == null) {
            return;
        }
        var other = taken.putIfAbsent(place, code);
        if (other != null) {
            error(pointer, "%s has the same q and r. Give each a hexagon of its own.".formatted(other));
        }
        if (places.putIfAbsent(seat == null ? code : seat.constituency().code(), place) != null) {
            error(pointer, "This constituency stands in the map twice, by its code and by its name.");
        }
    }

    private @Nullable Seat seat(String code, JsonNode name) {
        return names.constituency(code)
                .or(() -> name.isTextual() ? names.constituency(name.asText()) : Optional.empty())
                .orElse(null);
    }

    private @Nullable Place place(JsonNode hex, String pointer) {
        var q = hex.path("q");
        var r = hex.path("r");
        if (isCoordinate(q) && isCoordinate(r)) {
            return new Place(q.intValue(), r.intValue());
        }
        error(pointer, "Give q and r as whole numbers from -1,000 to 1,000.");
        return null;
    }

    private static boolean isCoordinate(JsonNode number) {
        return number.isInt() && Math.abs(number.intValue()) <= FARTHEST;
    }

    private void missing(Seat seat) {
        var place = seat.constituency();
        if (!places.containsKey(place.code())
                && errors.stream().noneMatch(error -> error.pointer().endsWith(place.code()))) {
            error("#/hexes/" + place.code(), "%s is not on the map.".formatted(place.name()));
        }
    }

    private void error(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
