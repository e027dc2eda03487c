package org.centrallobby.mail.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets only the operator through. */
@ApplicationScoped
@SecurityScheme(
        securitySchemeName = "key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The operator's key.")
class OperatorKeyFilter {
    private final OperatorKey key;

    OperatorKeyFilter(OperatorKey key) {
        this.key = key;
    }

    @ServerRequestFilter
    public void filter(ResourceInfo resource, ContainerRequestContext request) {
        if (resource.getResourceClass().isAnnotationPresent(OperatorOnly.class)
                && !key.isIn(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            throw new Failure(ProblemType.UNAUTHORISED, "Send the operator's key as Authorization: Bearer <key>.");
        }
    }
}
