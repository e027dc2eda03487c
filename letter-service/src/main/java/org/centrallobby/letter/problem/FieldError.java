package org.centrallobby.letter.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer a JSON pointer into the body as a URI fragment, for instance {@code #/sender/name}
 * @param detail a sentence that says what to do
 * @param line where in a text of several lines, counted from 1; null where it is of no use
 * @param column where in that line, counted from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String pointer,
        String detail,
        @Nullable Integer line,
        @Nullable Integer column) {
    public FieldError(String pointer, String detail) {
        this(pointer, detail, null, null);
    }
}
