package org.centrallobby.letter.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.centrallobby.letter.limit.ComplaintLimits;
import org.centrallobby.letter.problem.Failure;

/** Where readers complain of comments. Enough complaints hide one, so that those of one network are one: nobody does it alone. */
@ApplicationScoped
public class Complaints {
    private final CommentDesk desk;
    private final ComplaintLimits limits;

    Complaints(CommentDesk desk, ComplaintLimits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    /**
     * Takes the current visitor's complaint; whether it counts they are not told. To be called outside of a transaction.
     *
     * @throws Failure where there is no such comment, or too many complaints come from the visitor's network
     */
    public void take(UUID comment, CommentFault fault) {
        desk.requireOpenToComplaints(comment);
        if (limits.isFirst(comment)) {
            desk.report(comment, fault);
        }
    }
}
