package org.centrallobby.lookup.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.centrallobby.lookup.constituency.Constituency;
import org.jspecify.annotations.Nullable;

/**
 * A problem document as RFC 9457 defines it.
 *
 * @param errors what is wrong field by field; null where the problem is not one of fields
 * @param incident names the entry in the log that belongs to a failure of ours; null for the caller's own
 * @param candidates the constituencies that may be meant, the likeliest first; null where there is no such choice
 * @param territory where a postcode lies that belongs to no constituency; null with every other problem
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<FieldError> errors,
        @Nullable String incident,
        @Nullable String territory,
        @Nullable List<Constituency> candidates) {

    /** The media type of every failure. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The document of a failure; for answers that hold several outcomes. */
    public static Problem of(Failure failure) {
        var type = failure.type();
        var errors = failure.errors().isEmpty() ? null : failure.errors();
        var candidates = failure.candidates().isEmpty() ? null : failure.candidates();
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                failure.detail(),
                errors,
                null,
                failure.territory(),
                candidates);
    }

    static Problem of(ProblemType type, @Nullable String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, null, null, null);
    }

    static Problem ofFields(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, errors, null, null, null);
    }

    static Problem ofIncident(String incident) {
        var type = ProblemType.INTERNAL;
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                "It has been noted. Try again in a little while.",
                null,
                incident,
                null,
                null);
    }
}
