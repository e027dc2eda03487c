package org.centrallobby.lookup.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Switches the deadlines on: Quarkus asks here for options before it starts the server. */
@ApplicationScoped
class DeadlinesSwitch implements HttpServerOptionsCustomizer {
    private final DeadlineConfig config;

    DeadlinesSwitch(DeadlineConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        Deadlines.switchOn(config);
    }
}
