package org.centrallobby.letter.message;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.centrallobby.letter.lookup.Seat;

/**
 * Which seats a rule speaks of. A seat has to meet every condition that is not empty, and meets one by any of its values; a
 * filter without conditions speaks of every seat.
 *
 * @param parties as the lookup names them, for instance {@code Labour}; capitals do not matter
 * @param nations {@code England}, {@code Scotland}, {@code Wales}, {@code Northern Ireland}
 * @param regions of England, for instance {@code North West}
 * @param constituencies GSS codes, for instance {@code E14001167}
 * @param members ids at the UK Parliament
 * @param offices posts held, each named as a whole, for instance {@code Minister of State (Cabinet Office)}
 * @param lists names of lists that the organisation uploaded
 */
public record SeatFilter(
        List<String> parties,
        List<String> nations,
        List<String> regions,
        List<String> constituencies,
        List<Integer> members,
        List<String> offices,
        List<String> lists) {
    /** Speaks of every seat. */
    public static final SeatFilter EVERY =
            new SeatFilter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public SeatFilter {
        parties = List.copyOf(parties);
        nations = List.copyOf(nations);
        regions = List.copyOf(regions);
        constituencies = List.copyOf(constituencies);
        members = List.copyOf(members);
        offices = List.copyOf(offices);
        lists = List.copyOf(lists);
    }

    /** @param on the names of the lists on which the seat is */
    boolean speaksOf(Seat seat, Set<String> on) {
        var member = seat.member();
        return meets(nations, List.of(seat.constituency().nation()))
                && meets(regions, seat.region() == null ? List.of() : List.of(seat.region()))
                && meets(constituencies, List.of(seat.constituency().code()))
                && meets(parties, member.map(held -> List.of(held.party())).orElse(List.of()))
                && meets(offices, member.map(held -> held.offices()).orElse(List.of()))
                && (members.isEmpty()
                        || member.map(held -> members.contains(held.id())).orElse(false))
                && (lists.isEmpty() || lists.stream().anyMatch(on::contains));
    }

    /** Whether one of the values is one of those that are wanted, whatever its capitals. */
    static boolean meets(List<String> wanted, List<String> has) {
        return wanted.isEmpty()
                || wanted.stream()
                        .map(SeatFilter::folded)
                        .anyMatch(value -> has.stream().map(SeatFilter::folded).anyMatch(value::equals));
    }

    static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
