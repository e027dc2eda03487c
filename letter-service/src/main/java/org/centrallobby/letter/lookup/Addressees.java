package org.centrallobby.letter.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.language.Said;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Finds the one member to whom the supporter of a postcode writes. */
@ApplicationScoped
public class Addressees {
    private final MpLookup lookup;
    private final Seats seats;

    Addressees(MpLookup lookup, Seats seats) {
        this.lookup = lookup;
        this.seats = seats;
    }

    /**
     * Where the postcode lies and, unless a boundary runs through it and none was chosen, who sits there.
     *
     * @param chosen the code of the constituency that the supporter chose; null where none was
     */
    public Representation find(String postcode, @Nullable String chosen) {
        var place = lookup.find(postcode);
        var constituency = chosen == null ? place.constituency() : chosen(place, chosen);
        return new Representation(place, constituency == null ? null : seats.of(constituency));
    }

    /** The member to write to; a failure if the supporter has to choose first, or if nobody sits there. */
    public Addressee require(String postcode, @Nullable String chosen) {
        var found = find(postcode, chosen);
        var seat = found.seat();
        if (seat == null) {
            throw choice(found.place(), Said.of("field.constituency"));
        }
        var member = seat.member().orElseThrow(() -> notFilled(seat.status()));
        return new Addressee(found.place().postcode(), seat.constituency(), member);
    }

    private static Constituency chosen(Place place, String code) {
        return place.candidate(code).orElseThrow(() -> choice(place, Said.of("field.constituency.other")));
    }

    private static Failure choice(Place place, Said said) {
        return new Failure(
                        ProblemType.INVALID_REQUEST,
                        said.in(Language.ENGLISH),
                        List.of(new FieldError("#/constituency", said)))
                .with(Map.of("candidates", place.candidates()));
    }

    private static Failure notFilled(SeatStatus status) {
        return new Failure(
                ProblemType.SEAT_NOT_FILLED,
                switch (status) {
                    case DISSOLVED -> "Parliament is dissolved, so there are no MPs. Come back after the election.";
                    case VACANT -> "This seat is vacant. Come back when the by-election is over.";
                    case FILLED, UNKNOWN -> "We do not know yet who holds this seat. Come back in a few days.";
                });
    }
}
