package org.centrallobby.letter.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
        var error = new FieldError(pointer(mismatch), "This value does not have the form that is asked for.");
        return response(Problem.ofFields(
                        ProblemType.INVALID_REQUEST, "Correct the fields named below.", List.of(error)))
                .build();
    }

    @ServerExceptionMapper
    Response of(JsonProcessingException malformed) {
        return response(Problem.of(ProblemType.BAD_REQUEST, "The body is not well-formed JSON."))
                .build();
    }

    /** What the framework refused by itself: no such path, method, media type. */
    @ServerExceptionMapper
    Response of(WebApplicationException refused) {
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
        var response = response(Problem.of(ProblemType.ofStatus(original.getStatus()), null));
        if (original.getHeaderString(HttpHeaders.ALLOW) != null) {
            response.header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    @ServerExceptionMapper
    Response of(Throwable unexpected) {
        var incident = UUID.randomUUID().toString();
        LOG.errorf(unexpected, "Incident %s", incident);
        return response(Problem.ofIncident(incident)).build();
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
