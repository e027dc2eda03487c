package org.centrallobby.letter.lookup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a postcode lies.
 *
 * @param postcode as it is written, with one space
 * @param corrected true if another postcode was typed and this one was meant
 * @param terminated the month in which it went out of use, such as {@code 1996-06}; null while it is in use
 * @param constituency null if a boundary runs through the postcode
 * @param candidates the constituencies to choose from then; empty otherwise
 */
public record Place(
        String postcode,
        boolean corrected,
        @Nullable String terminated,
        @Nullable Constituency constituency,
        List<Constituency> candidates) {

    /** The constituency of that code, if the postcode may lie in it. */
    public Optional<Constituency> candidate(String code) {
        return Stream.concat(Stream.ofNullable(constituency), candidates.stream())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst();
    }

    /** A postcode is somebody's. */
    @Override
    public String toString() {
        return "Place[***]";
    }
}
