package org.centrallobby.letter.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells programs how far they are from a bound, in the fields of draft-ietf-httpapi-ratelimit-headers. */
@ApplicationScoped
class RateLimit {
    private final RoutingContext route;
    private final LimitsConfig config;

    RateLimit(RoutingContext route, LimitsConfig config) {
        this.route = route;
        this.config = config;
    }

    /**
     * Puts the fields on the current request's answer, whatever it will be.
     *
     * @param policy the bound's name
     * @param most how many are taken in a window
     * @param taken how many were, this one included
     * @param left until the window ends
     */
    void tell(String policy, int most, int taken, Duration left) {
        route.response()
                .headers()
                .set(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(policy, most, config.window().toSeconds()))
                .set("RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, Math.max(0, most - taken), left.toSeconds()));
    }
}
