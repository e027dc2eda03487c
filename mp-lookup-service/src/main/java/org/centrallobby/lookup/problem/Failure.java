package org.centrallobby.lookup.problem;

import java.time.Duration;
import java.util.List;
import org.centrallobby.lookup.constituency.Constituency;
import org.jspecify.annotations.Nullable;

/** Something that every caller would answer alike: thrown where it is found, turned into a problem document in one place. */
public class Failure extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final @Nullable String territory;
    private final List<Constituency> candidates;

    /** @param detail says to a person what is wrong this time and what to do; never personal data */
    public Failure(ProblemType type, String detail) {
        this(type, detail, List.of(), null, null, List.of());
    }

    /** A failure of single fields. */
    public Failure(ProblemType type, String detail, List<FieldError> errors) {
        this(type, detail, errors, null, null, List.of());
    }

    /** A failure that may pass: the caller is told when to come again. */
    public Failure(ProblemType type, String detail, Duration retryAfter) {
        this(type, detail, List.of(), retryAfter, null, List.of());
    }

    private Failure(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable String territory,
            List<Constituency> candidates) {
        super(type.uri());
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.territory = territory;
        this.candidates = List.copyOf(candidates);
    }

    /** A failure that leaves a choice: the document names the constituencies that may be meant, the likeliest first. */
    public static Failure withCandidates(ProblemType type, String detail, List<Constituency> candidates) {
        return new Failure(type, detail, List.of(), null, null, candidates);
    }

    /** A postcode that lies in no constituency: the document names the territory too. */
    public static Failure inTerritory(String territory, String detail) {
        return new Failure(ProblemType.NO_CONSTITUENCY, detail, List.of(), null, territory, List.of());
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

    @Nullable String territory() {
        return territory;
    }

    List<Constituency> candidates() {
        return candidates;
    }
}
