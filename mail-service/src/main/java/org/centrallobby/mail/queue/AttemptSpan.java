package org.centrallobby.mail.queue;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Locale;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.Verdict;
import org.centrallobby.mail.tracing.Traceparent;

/** An attempt as traces tell it: a part of the trace in which the mail was asked for, hours later maybe. */
class AttemptSpan {
    private AttemptSpan() {}

    /** One that begins now; it is the caller's to end. */
    static Span begin(Claimed mail, String relay) {
        return GlobalOpenTelemetry.getTracer("org.centrallobby.mail")
                .spanBuilder("smtp send")
                .setSpanKind(SpanKind.CLIENT)
                .setParent(Traceparent.context(mail.content().traceparent()))
                .setAttribute("mail", mail.id().toString())
                .setAttribute("campaign", mail.campaign().toString())
                .setAttribute("kind", mail.kind().word())
                .setAttribute("attempt", mail.attempts() + 1)
                .setAttribute("relay", relay)
                .startSpan();
    }

    /** How it went, without the server's words: they may quote anybody's address. */
    static void tell(Span span, Delivery delivery) {
        span.setAttribute("verdict", delivery.verdict().name().toLowerCase(Locale.ROOT));
        span.setAttribute("phase", delivery.phase().name().toLowerCase(Locale.ROOT));
        var code = delivery.reply().code();
        if (code != null) {
            span.setAttribute("reply", code);
        }
        if (delivery.verdict() != Verdict.ACCEPTED) {
            span.setStatus(StatusCode.ERROR);
        }
    }
}
