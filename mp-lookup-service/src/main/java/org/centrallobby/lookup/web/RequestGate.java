package org.centrallobby.lookup.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses requests of which a proxy in front could think otherwise than this service does: where they end (RFC 9112, section 6.1), or
 * for which host they are (section 3.2). The server below refuses the rest of these. The connection is of no use after that.
 */
@ApplicationScoped
class RequestGate {
    void register(@Observes Router router) {
        router.route()
                .order(Integer.MIN_VALUE)
                .handler(RequestGate::check)
                .failureHandler(RequestGate::refuseWithoutHost);
    }

    private static void check(RoutingContext route) {
        if (isClear(route.request())) {
            route.next();
        } else {
            refuse(route);
        }
    }

    private static boolean isClear(HttpServerRequest request) {
        var encoding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        return (encoding == null || encoding.equalsIgnoreCase("chunked"))
                && request.headers().getAll(HttpHeaders.HOST).size() < 2;
    }

    /** The router fails those by itself, and would have them in the log as our error. */
    private static void refuseWithoutHost(RoutingContext route) {
        if (route.statusCode() == 400 && route.request().getHeader(HttpHeaders.HOST) == null) {
            refuse(route);
        } else {
            route.next();
        }
    }

    private static void refuse(RoutingContext route) {
        route.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE).setStatusCode(400).end();
    }
}
