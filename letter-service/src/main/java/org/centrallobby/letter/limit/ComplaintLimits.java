package org.centrallobby.letter.limit;

import static org.centrallobby.letter.limit.Counter.What.COMPLAINT;
import static org.centrallobby.letter.limit.Counter.What.COMPLAINTS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** Which complaints count: a few of them hide a comment, so that they have to come from as many networks. */
@ApplicationScoped
public class ComplaintLimits {
    private static final Duration DAY = Duration.ofDays(1);

    private final Visitors visitors;
    private final Counters counters;
    private final LimitsConfig config;

    ComplaintLimits(Visitors visitors, Counters counters, LimitsConfig config) {
        this.visitors = visitors;
        this.counters = counters;
        this.config = config;
    }

    /**
     * Whether nobody in the current visitor's network has complained of the comment of late. To be called outside of a
     * transaction.
     *
     * @throws Failure {@code too-many-requests} where the network has complained of too many comments today
     */
    public boolean isFirst(UUID comment) {
        var network = visitors.current().network();
        var complaint = List.of(new Counter(COMPLAINT, network + " " + comment));
        var ofComment = counters.add(complaint, config.complaintWindow());
        if (ofComment.of(COMPLAINT) > 1) {
            return false;
        }
        var today = counters.add(List.of(new Counter(COMPLAINTS, network)), DAY);
        if (today.of(COMPLAINTS) > config.complaints()) {
            counters.takeBack(complaint, ofComment);
            throw new Failure(
                    ProblemType.TOO_MANY_REQUESTS,
                    "More comments were complained of from your network today than are taken. Try again tomorrow, or write to"
                            + " the organisation.",
                    today.left());
        }
        return true;
    }
}
