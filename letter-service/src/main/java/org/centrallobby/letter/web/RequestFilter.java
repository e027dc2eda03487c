package org.centrallobby.letter.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what is too large, in words and behind the filter that lets pages of other origins read them. The server below has
 * limits of its own, a little wider, and no words.
 */
class RequestFilter {
    static final int LONGEST_BODY = 1024 * 1024;
    static final int LONGEST_ADDRESS = 4_096;

    @ServerRequestFilter(preMatching = true, priority = Priorities.USER + 100)
    void check(ContainerRequestContext request) {
        var address = request.getUriInfo().getRequestUri();
        if (address.toString().length() > LONGEST_ADDRESS) {
            throw new Failure(ProblemType.ADDRESS_TOO_LONG, "Use at most %,d characters.".formatted(LONGEST_ADDRESS));
        }
        // No value holds a NUL, and PostgreSQL would stumble over one.
        if (address.getRawPath().contains("%00")) {
            throw new Failure(ProblemType.NOT_FOUND, "There is nothing at this address.");
        }
        if (address.getRawQuery() != null && address.getRawQuery().contains("%00")) {
            throw new Failure(ProblemType.BAD_REQUEST, "Take %00 out of the address.");
        }
        if (request.getLength() > LONGEST_BODY) {
            throw new Failure(ProblemType.TOO_LARGE, "Send at most 1 MiB.");
        }
    }
}
