package org.centrallobby.letter.message;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.centrallobby.letter.lookup.Seat;

/** Finds seats by what campaigners have in their spreadsheets: codes, and names as they are variously typed. */
public final class SeatNames {
    private final Map<String, Seat> byPlace = new HashMap<>();
    private final Map<String, Seat> byMember = new HashMap<>();

    public SeatNames(List<Seat> seats) {
        for (var seat : seats) {
            var place = seat.constituency();
            byPlace.put(folded(place.code()), seat);
            byPlace.put(folded(place.name()), seat);
            if (place.nameCy() != null) {
                byPlace.put(folded(place.nameCy()), seat);
            }
            seat.member().ifPresent(member -> {
                byMember.put(String.valueOf(member.id()), seat);
                byMember.put(folded(member.name()), seat);
            });
        }
    }

    /** By code, English or Welsh name; capitals, accents and punctuation do not matter, nor whether it is "and" or "&". */
    public Optional<Seat> constituency(String typed) {
        return Optional.ofNullable(byPlace.get(folded(typed)));
    }

    /** The seat that a member holds, by their id at Parliament or their name. */
    Optional<Seat> member(String typed) {
        return Optional.ofNullable(byMember.get(folded(typed)));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.replace("&", " and "), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
