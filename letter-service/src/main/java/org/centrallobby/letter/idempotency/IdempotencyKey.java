package org.centrallobby.letter.idempotency;

import java.util.regex.Pattern;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** The value of an {@code Idempotency-Key} header: a structured-field string, or the same without its quotes. */
record IdempotencyKey(String value) {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern SHAPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}");

    static IdempotencyKey parse(String header) {
        var text = header.strip();
        var quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        var value = quoted ? text.substring(1, text.length() - 1) : text;
        if (!SHAPE.matcher(value).matches()) {
            throw new Failure(
                    ProblemType.BAD_REQUEST,
                    "Idempotency-Key must be 1 to 255 visible ASCII characters, for instance a random UUID.");
        }
        return new IdempotencyKey(value);
    }

    /** It opens a sealed reply. */
    @Override
    public String toString() {
        return "IdempotencyKey[***]";
    }
}
