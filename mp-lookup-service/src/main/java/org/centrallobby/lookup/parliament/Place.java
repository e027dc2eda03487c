package org.centrallobby.lookup.parliament;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.FoldedName;
import org.centrallobby.lookup.parliament.Answer.Entry;
import org.centrallobby.lookup.parliament.Answer.Membership;
import org.centrallobby.lookup.parliament.Answer.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A constituency as Parliament knows it.
 *
 * @param id Parliament's own number, which is not the code
 * @param held whether someone represents it
 */
record Place(int id, boolean held) {
    /**
     * Finds the constituency among the answers to a search. Parliament also knows those of earlier boundaries; many are
     * called the same.
     *
     * @throws ParliamentFailure if more than one could be meant
     */
    static Optional<Place> find(String label, Constituency constituency, List<Subject> found, LocalDate today) {
        var names = Stream.of(constituency.name(), constituency.nameCy())
                .filter(Objects::nonNull)
                .map(FoldedName::of)
                .toList();
        var places = found.stream()
                .filter(subject -> subject.id() != null
                        && subject.name() != null
                        && names.contains(FoldedName.of(subject.name()))
                        && !Day.over(Day.of(label, subject.endDate()), today))
                .map(subject -> new Place(Objects.requireNonNull(subject.id()), held(label, subject, today)))
                .distinct()
                .toList();
        if (places.size() > 1) {
            throw new ParliamentFailure(label, "it holds %s more than once".formatted(constituency.name()));
        }
        return places.stream().findFirst();
    }

    /** The day on which the last of the representations ended; null where one goes on or none is told. */
    static @Nullable LocalDate lastEnd(String label, List<Entry> representations) {
        LocalDate last = null;
        for (var entry : representations) {
            var end = entry.representation() == null ? null : end(label, entry.representation());
            if (end == null) {
                return null;
            }
            last = last == null || end.isAfter(last) ? end : last;
        }
        return last;
    }

    private static boolean held(String label, Subject subject, LocalDate today) {
        var current = subject.currentRepresentation();
        if (current == null || current.member() == null || current.member().value() == null) {
            return false;
        }
        return current.representation() == null || !Day.over(end(label, current.representation()), today);
    }

    private static @Nullable LocalDate end(String label, Membership membership) {
        return Day.of(label, membership.membershipEndDate());
    }
}
