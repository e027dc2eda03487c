package org.centrallobby.letter.problem;

/** Every kind of problem this service answers with; {@code deploy/contracts/problems.md} explains each to its readers. */
public enum ProblemType {
    BAD_REQUEST("bad-request", 400, "The request could not be read"),
    MALFORMED_POSTCODE("malformed-postcode", 400, "That is not the form of a postcode"),
    UNAUTHORISED("unauthorised", 401, "A key is needed"),
    FORBIDDEN("forbidden", 403, "This key may not do that"),
    ORIGIN_NOT_ALLOWED("origin-not-allowed", 403, "Pages of this origin may not use the campaign"),
    PROOF_OF_WORK_REQUIRED("proof-of-work-required", 403, "A proof of work is needed"),
    NOT_FOUND("not-found", 404, "There is nothing at this address"),
    UNKNOWN_POSTCODE("unknown-postcode", 404, "This postcode is not known"),
    NO_CONSTITUENCY("no-constituency", 404, "This postcode lies in no constituency"),
    NORTHERN_IRELAND_NOT_LOADED(
            "northern-ireland-not-loaded", 404, "Postcodes of Northern Ireland are not loaded here"),
    UNKNOWN_CONFIRMATION("unknown-confirmation", 404, "This letter is not known"),
    UNKNOWN_LETTER("unknown-letter", 404, "This letter is not known"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take that method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer cannot be given in that format"),
    REQUEST_IN_PROGRESS("request-in-progress", 409, "The same request is being worked on"),
    CAMPAIGN_NOT_OPEN("campaign-not-open", 409, "The campaign takes no letters"),
    SEAT_NOT_FILLED("seat-not-filled", 409, "Nobody holds the seat"),
    MEMBER_TAKES_NO_EMAIL("member-takes-no-email", 409, "The MP takes no letters by email"),
    OWN_MAILBOX_NOT_OFFERED("own-mailbox-not-offered", 409, "The campaign sends the letters itself"),
    NO_LETTER_WANTED("no-letter-wanted", 409, "The campaign has no letter for this MP"),
    OTHER_CAMPAIGN("other-campaign", 409, "Another campaign writes to this MP"),
    TOO_ALIKE("too-alike", 409, "The letter is too like others"),
    LETTER_NOT_HELD("letter-not-held", 409, "The letter is not held"),
    COMMENTS_OFF("comments-off", 409, "The campaign takes no comments"),
    ALREADY_COMMENTED("already-commented", 409, "There is a comment of this writer already"),
    COMMENT_DECIDED("comment-decided", 409, "The comment cannot take that step any more"),
    LETTER_NOT_RECALLABLE("letter-not-recallable", 409, "The letter cannot be taken back"),
    ALREADY_WRITTEN("already-written", 409, "This person has written to this MP before"),
    SLUG_TAKEN("slug-taken", 409, "Another campaign has this slug"),
    ILLEGAL_STEP("illegal-step", 409, "The campaign cannot take that step now"),
    TOO_MANY_KEYS("too-many-keys", 409, "There are too many keys"),
    LAST_KEY("last-key", 409, "This is the last key that can make others"),
    NO_EXPORT_KEY("no-export-key", 409, "There is no key to encrypt with"),
    ENCRYPTION_REQUIRED("encryption-required", 409, "Supporters leave encrypted only"),
    TOO_MANY_WEBHOOKS("too-many-webhooks", 409, "There are as many webhooks as there can be"),
    WEBHOOK_NOT_ACTIVE("webhook-not-active", 409, "The webhook is paused or disabled"),
    CONFIRMATION_EXPIRED("confirmation-expired", 410, "The time to confirm is over"),
    PRECONDITION_FAILED("precondition-failed", 412, "It has changed since you read it"),
    TOO_LARGE("too-large", 413, "The request is too large"),
    ADDRESS_TOO_LONG("address-too-long", 414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The request's format is not understood"),
    INVALID_REQUEST("invalid-request", 422, "Some of the values cannot be used"),
    WRONG_CODE("wrong-code", 422, "This is not the code"),
    INVALID_TEMPLATE("invalid-template", 422, "The letter cannot be made from this template"),
    NOT_PUBLISHABLE("not-publishable", 422, "The campaign is not complete yet"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key stands for another request"),
    PRECONDITION_REQUIRED("precondition-required", 428, "If-Match is needed"),
    TOO_MANY_EXPORTS("too-many-exports", 429, "Exports are under way already"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "That was too much at a time"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    BUSY("busy", 503, "More is being sent than can be read at once"),
    LOOKUP_UNAVAILABLE("lookup-unavailable", 503, "MPs cannot be looked up at the moment");

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
            case 412 -> PRECONDITION_FAILED;
            case 413 -> TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            default -> status >= 500 ? INTERNAL : BAD_REQUEST;
        };
    }
}
