package org.centrallobby.lookup.postcode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.seat.Seat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a postcode.
 *
 * @param postcode as it is written, with one space
 * @param corrected true if another postcode was typed and this one was meant, for instance with O for 0
 * @param terminated the month in which it went out of use; null while it is in use or where the month is not known
 * @param inUse false if it went out of use, in whichever month
 * @param constituency where it lies; null if the boundary runs through it
 * @param candidates the constituencies between which the supporter has to choose; absent unless the postcode is split
 * @param seat who represents the constituency; null if the boundary runs through the postcode
 */
@Schema(name = "PostcodeAnswer")
record PostcodeAnswer(
        @Schema(examples = "SW1A 0AA") String postcode,
        boolean corrected,

        @Schema(nullable = true, examples = "1996-06") @Nullable String terminated,

        boolean inUse,

        @Schema(nullable = true) @Nullable Constituency constituency,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Constituency> candidates,
        @Schema(nullable = true) @Nullable Seat seat) {

    @Override
    public String toString() {
        return "PostcodeAnswer[***]";
    }
}
