package org.centrallobby.mail.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * The headers that keep a browser from doing more with an answer than it is meant for: on whatever comes from here, also files, errors
 * of the framework and what is not there. An answer that is to be kept, framed or shown elsewhere says so itself, and keeps
 * what it says. Strict-Transport-Security is the proxy's, as it is what speaks TLS.
 */
@ApplicationScoped
class AnswerHeaders {
    private static final int BEFORE_ALL = 10_000;

    private static final Map<String, String> OF_ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private static final Map<String, String> OF_PAGES = Map.of(
            // Whoever opened the page keeps no hold on its window.
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    void register(@Observes Filters filters) {
        filters.register(AnswerHeaders::guard, BEFORE_ALL);
    }

    private static void guard(RoutingContext route) {
        route.addHeadersEndHandler(end -> complete(route.response().headers()));
        route.next();
    }

    private static void complete(MultiMap sent) {
        OF_ALL.forEach((name, value) -> add(sent, name, value));
        if (sent.get("Content-Type") instanceof String type && type.startsWith("text/html")) {
            OF_PAGES.forEach((name, value) -> add(sent, name, value));
        }
    }

    private static void add(MultiMap sent, String name, String value) {
        if (!sent.contains(name)) {
            sent.set(name, value);
        }
    }
}
