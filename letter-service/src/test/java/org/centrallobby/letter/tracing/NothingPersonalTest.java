package org.centrallobby.letter.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

class NothingPersonalTest {
    @Test
    void textsThatMayNameSomebodyAreTakenOutAndTheRestStays() {
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(new NothingPersonal())
                .build()) {
            var span = (ReadableSpan) provider.get("test")
                    .spanBuilder("GET /v1/postcodes/{postcode}")
                    .setAttribute("url.path", "/v1/postcodes/SW1A0AA")
                    .setAttribute("url.query", "email=sian@constituent.example")
                    .setAttribute("http.request.method", "GET")
                    .setAttribute("letter", "01936f41-0000-7000-8000-000000000001")
                    .setAttribute("server.port", 8081)
                    .startSpan();

            assertThat(span.getAttributes().asMap())
                    .containsEntry(AttributeKey.stringKey("url.path"), "-")
                    .containsEntry(AttributeKey.stringKey("url.query"), "-")
                    .containsEntry(AttributeKey.stringKey("http.request.method"), "GET")
                    .containsEntry(AttributeKey.stringKey("letter"), "01936f41-0000-7000-8000-000000000001")
                    .containsEntry(AttributeKey.longKey("server.port"), 8081L);
        }
    }

    @Test
    void aPlaceIsReadAsItIsWritten() {
        var written = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

        assertThat(Traceparent.of(Span.fromContext(Traceparent.context(written))))
                .isEqualTo(written);
        for (var other : new String[] {"", "00-0af7-b7ad-01", "sian@constituent.example", null}) {
            assertThat(Traceparent.context(other)).isEqualTo(Context.root());
        }
    }
}
