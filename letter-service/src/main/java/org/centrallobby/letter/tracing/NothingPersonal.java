package org.centrallobby.letter.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Takes out of spans whatever could name anybody: libraries put whole addresses with their postcodes and tokens into them, and who
 * asked. Texts stay only where their key is known to be harmless, numbers always. What an exception says is no part of a span at all:
 * {@code quarkus.otel.span.event.count.limit} is 0.
 */
@ApplicationScoped
class NothingPersonal implements SpanProcessor {
    static final String TAKEN_OUT = "-";

    private static final Set<String> HARMLESS = Set.of(
            "attempt",
            "campaign",
            "code.function",
            "code.function.name",
            "code.namespace",
            "error.type",
            "http.request.method",
            "http.route",
            "kind",
            "letter",
            "mail",
            "messaging.client.id",
            "messaging.consumer.group.name",
            "messaging.destination.name",
            "messaging.destination.partition.id",
            "messaging.operation",
            "messaging.operation.name",
            "messaging.operation.type",
            "messaging.system",
            "network.protocol.name",
            "network.protocol.version",
            "relay",
            "server.address",
            "url.scheme");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        span.getAttributes().forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING && !HARMLESS.contains(key.getKey())) {
                span.setAttribute(AttributeKey.stringKey(key.getKey()), TAKEN_OUT);
            }
        });
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // What is added while a span runs is a route, a status or a size.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
