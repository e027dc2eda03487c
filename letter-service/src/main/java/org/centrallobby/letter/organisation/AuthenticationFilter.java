package org.centrallobby.letter.organisation;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/**
 * The one place that decides who may call what. A method under {@code /v1} or {@code /osdi} is for the public only where its
 * path says so: one that forgets to name its scope is closed to everybody.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@SecurityScheme(
        securitySchemeName = "key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An organisation's API key, cl_sk_...; for POST /v1/organisations the operator's key.")
class AuthenticationFilter implements ContainerRequestFilter {
    /** Where programs that speak OSDI put their key. */
    private static final String OSDI_TOKEN = "OSDI-API-Token";

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+)\\s*");

    private final Keyring keyring;
    private final Operator operator;
    private final CurrentCaller current;
    private final ResourceInfo resource;

    AuthenticationFilter(Keyring keyring, Operator operator, CurrentCaller current, ResourceInfo resource) {
        this.keyring = keyring;
        this.operator = operator;
        this.current = current;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method.isAnnotationPresent(OperatorOnly.class)) {
            requireOperator(credential(request));
            return;
        }
        var needed = method.getAnnotation(NeedsScope.class);
        if (needed != null) {
            current.set(callerWith(credential(request), needed.value()));
            return;
        }
        // By what was matched above, not by the path: that has more than one spelling.
        var path = request.getUriInfo().getPath();
        if (path.startsWith("/osdi/") || path.startsWith("/v1/") && !path.startsWith("/v1/public/")) {
            throw new IllegalStateException("%s names no scope".formatted(method));
        }
    }

    private static String credential(ContainerRequestContext request) {
        var token = request.getHeaderString(OSDI_TOKEN);
        if (token != null && request.getUriInfo().getPath().startsWith("/osdi/")) {
            return token.strip();
        }
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .orElseThrow(() -> unauthorised("Send your key in the header Authorization: Bearer ..."));
    }

    private Caller callerWith(String credential, Scope[] needed) {
        var caller = KeyText.parse(credential)
                .flatMap(keyring::callerWith)
                .orElseThrow(() -> unauthorised("This key is not known here, or it has expired or been deleted."));
        if (Arrays.stream(needed).noneMatch(caller.scopes()::contains)) {
            var scopes = Arrays.stream(needed).map(Scope::text).collect(Collectors.joining(" or "));
            throw new Failure(ProblemType.FORBIDDEN, "This needs a key with the scope %s.".formatted(scopes));
        }
        return caller;
    }

    private void requireOperator(String credential) {
        if (KeyText.parse(credential).isPresent()) {
            throw new Failure(ProblemType.FORBIDDEN, "This is for the operator of the platform.");
        }
        if (!operator.hasKey(credential)) {
            throw unauthorised("This is not the operator's key.");
        }
    }

    private static Failure unauthorised(String detail) {
        return new Failure(ProblemType.UNAUTHORISED, detail);
    }
}
