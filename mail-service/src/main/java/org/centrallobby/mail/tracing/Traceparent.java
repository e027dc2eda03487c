package org.centrallobby.mail.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace as W3C Trace Context writes it (section 3.2), for instance
 * {@code 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01}: kept where work goes on later, maybe in another process.
 */
public final class Traceparent {
    /** The name of the Kafka header. */
    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ITSELF = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    };

    private Traceparent() {}

    /** Of what is being done at this moment; null where it is part of no trace. */
    public static @Nullable String current() {
        return of(Span.current());
    }

    /** Of this span; null where it is none. One that is not sampled has its place too, so that what follows is not sampled either. */
    public static @Nullable String of(Span span) {
        var place = span.getSpanContext();
        return place.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                place.getTraceId(),
                                place.getSpanId(),
                                place.getTraceFlags().asHex())
                : null;
    }

    /** The place as this service writes it; null for what is none. */
    public static @Nullable String checked(@Nullable String traceparent) {
        return of(Span.fromContext(context(traceparent)));
    }

    /** What goes on from there; the beginning of a trace for null and for what is no such place. */
    public static Context context(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, ITSELF);
    }
}
