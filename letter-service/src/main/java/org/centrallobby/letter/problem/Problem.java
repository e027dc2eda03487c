package org.centrallobby.letter.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document as RFC 9457 defines it.
 *
 * @param errors what is wrong field by field; null where the problem is not one of fields
 * @param incident names the entry in the log that belongs to a failure of ours; null for the caller's own
 * @param extensions members that belong to one kind of problem, such as {@code territory}; written beside the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<FieldError> errors,
        @Nullable String incident,
        @JsonIgnore Map<String, Object> extensions) {

    /** The media type of every failure. */
    public static final String MEDIA_TYPE = "application/problem+json";

    @JsonAnyGetter
    @Schema(hidden = true)
    Map<String, Object> members() {
        return extensions;
    }

    static Problem of(Failure failure) {
        var type = failure.type();
        var errors = failure.errors().isEmpty() ? null : failure.errors();
        return new Problem(
                type.uri(), type.title(), type.status(), failure.detail(), errors, null, failure.extensions());
    }

    /** A problem that is not one of fields. */
    public static Problem of(ProblemType type, @Nullable String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, null, Map.of());
    }

    static Problem ofFields(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, errors, null, Map.of());
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
                Map.of());
    }
}
