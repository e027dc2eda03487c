package org.centrallobby.letter.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.letter.lookup.Seat;

/**
 * The regions and offices that a filter asks for and no seat has. They are compared whole, so that {@code Minister} is not
 * {@code Minister of State (Cabinet Office)}: whoever wrote the one is told of the other.
 */
public final class UnknownValues {
    private static final int SHOWN = 10;

    private UnknownValues() {}

    /** In sentences, with what there is instead; empty where some seat has a region and some member an office that is asked for. */
    public static List<String> of(SeatFilter filter, Collection<Seat> seats) {
        var sentences = new ArrayList<String>();
        add(sentences, "region", filter.regions(), seats, seat -> Stream.ofNullable(seat.region()));
        add(
                sentences,
                "office",
                filter.offices(),
                seats,
                seat -> seat.member().stream().flatMap(member -> member.offices().stream()));
        return sentences;
    }

    private static void add(
            List<String> sentences,
            String what,
            List<String> wanted,
            Collection<Seat> seats,
            Function<Seat, Stream<String>> has) {
        var known = seats.stream().flatMap(has).distinct().sorted().toList();
        if (wanted.isEmpty() || SeatFilter.meets(wanted, known)) {
            return;
        }
        sentences.add("No seat has the %s %s.".formatted(what, shown(wanted)));
        var whole = known.stream().filter(value -> isPart(wanted, value)).toList();
        if (known.isEmpty()) {
            sentences.add("The lookup service tells no %s of any.".formatted(what));
        } else if (whole.isEmpty()) {
            sentences.add("There are %s.".formatted(shown(known)));
        } else {
            sentences.add("The whole names are %s.".formatted(shown(whole)));
        }
    }

    private static boolean isPart(List<String> wanted, String value) {
        return wanted.stream().anyMatch(part -> SeatFilter.folded(value).contains(SeatFilter.folded(part)));
    }

    private static String shown(List<String> values) {
        var first = values.stream().limit(SHOWN).map("“%s”"::formatted).collect(Collectors.joining("; "));
        return values.size() > SHOWN ? "%s and %,d more".formatted(first, values.size() - SHOWN) : first;
    }
}
