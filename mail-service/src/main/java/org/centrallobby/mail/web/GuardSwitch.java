package org.centrallobby.mail.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Switches the guards on: Quarkus asks here for options before it starts the server. */
@ApplicationScoped
class GuardSwitch implements HttpServerOptionsCustomizer {
    private final DeadlineConfig config;

    GuardSwitch(DeadlineConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        ConnectionGuards.switchOn(config);
    }
}
