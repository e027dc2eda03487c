package org.centrallobby.letter.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/**
 * Bounds what one address asks for beside letters, far above what people do. Each counts the current request and throws
 * {@code too-many-requests} above the bound; to be called outside of a transaction.
 */
@ApplicationScoped
public class RequestLimits {
    private final Visitors visitors;
    private final Counters counters;
    private final LimitsConfig config;
    private final RateLimit rateLimit;

    RequestLimits(Visitors visitors, Counters counters, LimitsConfig config, RateLimit rateLimit) {
        this.visitors = visitors;
        this.counters = counters;
        this.config = config;
        this.rateLimit = rateLimit;
    }

    /** Somebody asks who represents a postcode. */
    public void lookUp() {
        count(Counter.What.LOOK_UP, "look-ups", config.lookUps());
    }

    /** Somebody looks at a letter before it is sent. */
    public void preview() {
        count(Counter.What.PREVIEW, "previews", config.previews());
    }

    /** Somebody types a code, perhaps at a guess. */
    public void code() {
        count(Counter.What.CODE, "codes", config.codes());
    }

    /** Somebody confirms by link, takes back, says that it is sent, asks for friends or a challenge, comments or complains. */
    public void request() {
        count(Counter.What.REQUEST, "requests", config.requests());
    }

    private void count(Counter.What what, String policy, int most) {
        var count = counters.add(List.of(new Counter(what, visitors.current().address())));
        rateLimit.tell(policy, most, count.of(what), count.left());
        if (count.of(what) > most) {
            throw new Failure(
                    ProblemType.TOO_MANY_REQUESTS,
                    "That was too much from your network at a time. Try again in a few minutes.",
                    count.left());
        }
    }
}
