package org.centrallobby.letter.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that every caller would answer alike: thrown where it is found, turned into a problem document in one place. */
public class Failure extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final Map<String, Object> extensions;

    /** @param detail says to a person what is wrong this time and what to do; never personal data */
    public Failure(ProblemType type, String detail) {
        this(type, detail, List.of(), null, Map.of());
    }

    /** A failure of single fields. */
    public Failure(ProblemType type, String detail, List<FieldError> errors) {
        this(type, detail, errors, null, Map.of());
    }

    /** A failure that may pass: the caller is told when to come again. */
    public Failure(ProblemType type, String detail, Duration retryAfter) {
        this(type, detail, List.of(), retryAfter, Map.of());
    }

    private Failure(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            Map<String, Object> extensions) {
        super(type.uri());
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.extensions = Map.copyOf(extensions);
    }

    /** The same failure with further members of its document, which {@code problems.md} explains with the problem. */
    public Failure with(Map<String, Object> extensions) {
        return new Failure(type, detail, errors, retryAfter, extensions);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** When it may be over; null where waiting changes nothing. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Members of the document beyond the standard's, by their names; JSON can be made of the values. */
    public Map<String, Object> extensions() {
        return extensions;
    }
}
