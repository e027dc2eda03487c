package org.centrallobby.letter.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever was thrown into a problem document. Never the text of an exception: it may hold what nobody outside should read. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response of(Failure failure) {
        var type = failure.type();
        var response = response(Problem.of(failure));
        if (failure.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter().toSeconds());
        }
        if (type == ProblemType.UNAUTHORISED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    /** The arguments of a resource method broke their constraints. */
    @ServerExceptionMapper
    Response of(ConstraintViolationException violations) {
        if (violations.getConstraintViolations().stream().anyMatch(ProblemMapper::isOfTheAnswer)) {
            return of((Throwable) violations);
        }
        var errors = violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation.getPropertyPath()), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .toList();
        return response(Problem.ofFields(ProblemType.INVALID_REQUEST, "Correct the fields named below.", errors))
                .build();
    }

    /** The body is JSON, but not of the shape that is asked for. */
    @ServerExceptionMapper
    Response of(MismatchedInputException mismatch) {
        var error = new FieldError(pointer(mismatch), wrong(mismatch));
        return response(Problem.ofFields(
                        ProblemType.INVALID_REQUEST, "Correct the fields named below.", List.of(error)))
                .build();
    }

    @ServerExceptionMapper
    Response of(JsonProcessingException malformed) {
        return response(Problem.of(
                        ProblemType.BAD_REQUEST,
                        "The body is not well-formed JSON, or has a name twice in one object."))
                .build();
    }

    /** What the framework refused by itself: no such path, method, media type. */
    @ServerExceptionMapper
    Response of(WebApplicationException refused, ContainerRequestContext request) {
        if (refused.getCause() instanceof Failure failure) {
            return of(failure);
        }
        if (refused.getCause() instanceof MismatchedInputException mismatch) {
            return of(mismatch);
        }
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return of(malformed);
        }
        var original = refused.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        if (original.getStatus() >= 500) {
            return of((Throwable) refused);
        }
        // With a cause there is something at the address, only not for this value.
        var methods = refused.getCause() == null && (original.getStatus() == 404 || original.getStatus() == 405)
                ? AllowedMethods.at(request.getUriInfo().getPath())
                : Collections.<String>emptySortedSet();
        if (methods.isEmpty() || methods.contains(request.getMethod())) {
            return response(Problem.of(ProblemType.ofStatus(original.getStatus()), null))
                    .build();
        }
        return response(Problem.of(ProblemType.METHOD_NOT_ALLOWED, null))
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .build();
    }

    @ServerExceptionMapper
    Response of(Throwable unexpected) {
        var incident = UUID.randomUUID().toString();
        LOG.errorf(unexpected, "Incident %s", incident);
        return response(Problem.ofIncident(incident)).build();
    }

    /** Never a value or a name of the body: they come back in the pointer where they say something. */
    private static String wrong(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "There is nothing of this name here. Look for a typing error.";
        }
        if (mismatch instanceof InvalidFormatException invalid && invalid.getTargetType() == String.class) {
            return "Take out what is no character: NUL, or half of a surrogate pair.";
        }
        return "This value does not have the form that is asked for.";
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    /** A resource method that returns what it must not is our fault, not the caller's. */
    private static boolean isOfTheAnswer(ConstraintViolation<?> violation) {
        return nodes(violation.getPropertyPath()).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    /** The path without the names of the Java method and its parameter, which are nobody's business. */
    private static String pointer(Path path) {
        var pointer = new StringBuilder("#");
        for (var node : nodes(path)) {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    pointer.append('/').append(node.getName());
                }
            }
        }
        return pointer.toString();
    }

    private static String pointer(JsonMappingException mismatch) {
        var pointer = new StringBuilder("#");
        for (var reference : mismatch.getPath()) {
            pointer.append('/')
                    .append(reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName());
        }
        return pointer.toString();
    }

    private static List<Path.Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false).toList();
    }
}
