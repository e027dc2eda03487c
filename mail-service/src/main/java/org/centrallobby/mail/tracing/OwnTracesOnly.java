package org.centrallobby.mail.tracing;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import io.vertx.core.spi.observability.HttpRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Who comes over HTTP is anybody: their {@code traceparent} is passed over, so that no stranger decides what is sampled or joins
 * traces that have nothing to do with each other. A record from Kafka continues the trace it was written in.
 */
@ApplicationScoped
class OwnTracesOnly implements TextMapPropagatorCustomizer {
    @Override
    public TextMapPropagator customize(Context context) {
        return new Inwards(context.propagator());
    }

    private record Inwards(TextMapPropagator propagator) implements TextMapPropagator {
        @Override
        public Collection<String> fields() {
            return propagator.fields();
        }

        @Override
        public <C> void inject(io.opentelemetry.context.Context context, @Nullable C carrier, TextMapSetter<C> setter) {
            propagator.inject(context, carrier, setter);
        }

        @Override
        public <C> io.opentelemetry.context.Context extract(
                io.opentelemetry.context.Context context, @Nullable C carrier, TextMapGetter<C> getter) {
            return carrier instanceof HttpRequest ? context : propagator.extract(context, carrier, getter);
        }
    }
}
