package org.centrallobby.letter.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.centrallobby.letter.problem.Problem;
import org.centrallobby.letter.problem.ProblemType;

/**
 * Has a request's body before a thread is given to it. Otherwise two hundred clients that send theirs slowly would be all that the
 * service's threads do. What is read ahead for all of them has a bound; whoever comes when it is reached is told to come again.
 */
@ApplicationScoped
class RequestBodies {
    private static final long MOST_AT_ONCE = 32L * 1024 * 1024;
    /** Behind the limit of a single body, before the resources. */
    private static final int ORDER = -1;

    private final AtomicLong held = new AtomicLong();
    private final ObjectMapper json;

    RequestBodies(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::read);
    }

    private void read(RoutingContext route) {
        var request = route.request();
        if (request.isEnded() || !hasBody(request) || isTooLong(request)) {
            // Rerouted, or without one; what says that it is too long is refused unread, and in words.
            route.next();
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            route.response().writeContinue();
        }
        var body = Buffer.buffer();
        route.addEndHandler(end -> held.addAndGet(-body.length()));
        request.exceptionHandler(broken -> {});
        request.handler(part -> {
            if (route.response().ended()) {
                return;
            }
            body.appendBuffer(part);
            if (held.addAndGet(part.length()) > MOST_AT_ONCE) {
                refuse(route, Problem.of(ProblemType.BUSY, "Send the same again in a moment."));
            } else if (body.length() > RequestFilter.LONGEST_BODY) {
                refuse(route, Problem.of(ProblemType.TOO_LARGE, null));
            }
        });
        request.endHandler(end -> {
            if (!route.response().ended()) {
                ((RoutingContextInternal) route).setBody(body);
                route.next();
            }
        });
        request.resume();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isTooLong(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > RequestFilter.LONGEST_BODY;
    }

    private void refuse(RoutingContext route, Problem problem) {
        var answer = route.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        if (problem.status() == ProblemType.BUSY.status()) {
            answer.putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        answer.end(text(problem));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written", e);
        }
    }
}
