package org.centrallobby.lookup.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets only the operator through. The comparison takes as long for a wrong key as for the right one. */
@ApplicationScoped
@SecurityScheme(
        securitySchemeName = "key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The operator's key.")
class OperatorKeyFilter {
    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    OperatorKeyFilter(OperatorConfig config) {
        this.expected = config.key().getBytes(StandardCharsets.UTF_8);
    }

    /** Runs for operations that bear the annotation; no other request waits for it. */
    @ServerRequestFilter
    @OperatorOnly
    public void filter(ContainerRequestContext request) {
        if (!isOperator(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            throw new Failure(ProblemType.UNAUTHORISED, "Send the operator's key as Authorization: Bearer <key>.");
        }
    }

    private boolean isOperator(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, expected);
    }
}
