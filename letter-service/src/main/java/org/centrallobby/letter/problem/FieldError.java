package org.centrallobby.letter.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.language.Said;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer a JSON pointer into the body as a URI fragment, for instance {@code #/sender/name}
 * @param detail a sentence that says what to do
 * @param line where in a text of several lines, counted from 1; null where it is of no use
 * @param column where in that line, counted from 1
 * @param said the same sentence for the pages, which speak more languages than the API; null where no page shows it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String pointer,
        String detail,
        @Nullable Integer line,
        @Nullable Integer column,
        @JsonIgnore @Nullable Said said) {
    public FieldError(String pointer, String detail) {
        this(pointer, detail, null, null);
    }

    public FieldError(String pointer, String detail, @Nullable Integer line, @Nullable Integer column) {
        this(pointer, detail, line, column, null);
    }

    /** What a supporter may read, in their language on the pages. */
    public FieldError(String pointer, Said said) {
        this(pointer, said.in(Language.ENGLISH), null, null, said);
    }
}
