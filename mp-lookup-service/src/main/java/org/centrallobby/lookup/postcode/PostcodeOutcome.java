package org.centrallobby.lookup.postcode;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.centrallobby.lookup.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of several postcodes.
 *
 * @param query what was asked, as it was asked
 * @param found the answer; absent if there is a problem
 * @param problem why there is no answer; absent if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostcodeOutcome(
        String query,
        @Nullable PostcodeAnswer found,
        @Nullable Problem problem) {

    @Override
    public String toString() {
        return "PostcodeOutcome[***]";
    }
}
