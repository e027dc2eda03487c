package org.centrallobby.mail.problem;

/** Every kind of problem this service answers with; {@code deploy/contracts/problems.md} explains each to its readers. */
public enum ProblemType {
    BAD_REQUEST("bad-request", 400, "The request could not be read"),
    UNAUTHORISED("unauthorised", 401, "A key is needed"),
    FORBIDDEN("forbidden", 403, "This key may not do that"),
    NOT_FOUND("not-found", 404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take that method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer cannot be given in that format"),
    ILLEGAL_STEP("illegal-step", 409, "That cannot be done in this state"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The request's format is not understood"),
    INVALID_REQUEST("invalid-request", 422, "Some of the values cannot be used"),
    INTERNAL("internal", 500, "Something went wrong on our side");

    private static final String BASE = "https://centrallobby.org/problems/";

    private final String name;
    private final int status;
    private final String title;

    ProblemType(String name, int status, String title) {
        this.name = name;
        this.status = status;
        this.title = title;
    }

    /** The URI that names the problem for programs; it never changes. */
    public String uri() {
        return BASE + name;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A sentence for people, the same each time. */
    public String title() {
        return title;
    }

    /** What stands for a status that the framework chose by itself. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORISED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            default -> status >= 500 ? INTERNAL : BAD_REQUEST;
        };
    }
}
