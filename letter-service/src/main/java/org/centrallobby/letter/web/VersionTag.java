package org.centrallobby.letter.web;

import java.util.Arrays;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The {@code ETag} of something that counts its changes. */
public record VersionTag(int version) {
    /** As the header carries it, for instance {@code "3"}. */
    @Override
    public String toString() {
        return "\"%d\"".formatted(version);
    }

    /**
     * Lets a change pass only where its sender has seen the present version. Call it on a row that is locked: otherwise two
     * senders may both have.
     *
     * @param ifMatch the header; null where there was none
     */
    public void requireMatch(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Failure(
                    ProblemType.PRECONDITION_REQUIRED, "Send the ETag of what you read last in an If-Match header.");
        }
        var matches = ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(toString()::equals);
        if (!matches) {
            throw new Failure(
                    ProblemType.PRECONDITION_FAILED,
                    "It has been changed since you read it. Read it again and repeat your change.");
        }
    }
}
