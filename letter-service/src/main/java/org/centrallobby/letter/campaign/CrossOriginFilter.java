package org.centrallobby.letter.campaign;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Opens the public surface to the pages that may use it (CORS). The headers are set before anything else looks at the
 * request, so that a problem carries them as well: a page cannot read one without.
 */
class CrossOriginFilter {
    private static final String PUBLIC = "/v1/public/";
    private static final String PREFLIGHT_SECONDS = "3600";

    private final AllowedOrigins origins;

    CrossOriginFilter(AllowedOrigins origins) {
        this.origins = origins;
    }

    /** Off the event loop, as it asks the database; before a resource is looked for, as a preflight has none. */
    @ServerRequestFilter(preMatching = true)
    @Nullable Uni<Response> check(ContainerRequestContext request, RoutingContext route) {
        var path = request.getUriInfo().getPath();
        if (!path.startsWith(PUBLIC)) {
            return null;
        }
        var headers = route.response().headers();
        headers.add("Vary", "Origin");
        var origin = request.getHeaderString("Origin");
        if (origin == null) {
            return null;
        }
        return Uni.createFrom()
                .item(() -> origins.mayAsk(origin, path))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(allowed -> {
                    if (!allowed) {
                        throw new Failure(
                                ProblemType.ORIGIN_NOT_ALLOWED,
                                "The campaign's organisation has not allowed this page's origin.");
                    }
                    headers.set("Access-Control-Allow-Origin", origin);
                    headers.set(
                            "Access-Control-Expose-Headers",
                            "ETag, Idempotency-Replayed, Location, RateLimit, RateLimit-Policy, Retry-After");
                    return preflight(request) ? granted() : null;
                });
    }

    private static boolean preflight(ContainerRequestContext request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeaderString("Access-Control-Request-Method") != null;
    }

    private static Response granted() {
        return Response.noContent()
                .header("Access-Control-Allow-Methods", "GET, POST")
                .header("Access-Control-Allow-Headers", "Accept, Content-Type, Idempotency-Key, If-None-Match")
                .header("Access-Control-Max-Age", PREFLIGHT_SECONDS)
                .build();
    }
}
