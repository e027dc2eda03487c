package org.centrallobby.mail.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** No value holds a NUL, and PostgreSQL would stumble over one. */
class RequestFilter {
    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        var address = request.getUriInfo().getRequestUri();
        if (address.getRawPath().contains("%00")) {
            throw new Failure(ProblemType.NOT_FOUND, "There is nothing at this address.");
        }
        if (address.getRawQuery() != null && address.getRawQuery().contains("%00")) {
            throw new Failure(ProblemType.BAD_REQUEST, "Take %00 out of the address.");
        }
    }
}
