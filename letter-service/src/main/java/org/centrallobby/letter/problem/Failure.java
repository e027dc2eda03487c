package org.centrallobby.letter.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that every caller would answer alike: thrown where it is found, turned into a problem document in one place. */
public class Failure extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    /** @param detail says to a person what is wrong this time and what to do; never personal data */
    public Failure(ProblemType type, String detail) {
        this(type, detail, List.of(), null);
    }

    /** A failure of single fields. */
    public Failure(ProblemType type, String detail, List<FieldError> errors) {
        this(type, detail, errors, null);
    }

    /** A failure that may pass: the caller is told when to come again. */
    public Failure(ProblemType type, String detail, Duration retryAfter) {
        this(type, detail, List.of(), retryAfter);
    }

    private Failure(ProblemType type, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(type.uri());
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
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

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
