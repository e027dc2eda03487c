package org.centrallobby.letter.tracing;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.UUID;
import java.util.function.Supplier;

/** What is being done, as traces tell it. */
public final class Work {
    private Work() {}

    /**
     * Joins traces: a letter is written in one, confirmed in another, and settles in a third.
     *
     * @param thing {@code letter}, {@code mail} or {@code campaign}
     */
    public static void isAbout(String thing, UUID id) {
        Span.current().setAttribute(thing, id.toString());
    }

    /** Does the work as a part of the trace that it continues, so that it tells how long it took and whether it failed. */
    public static <T> T on(String name, Supplier<T> work) {
        var span = GlobalOpenTelemetry.getTracer("org.centrallobby.letter")
                .spanBuilder(name)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        try (var scope = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }
}
