package org.centrallobby.mail.problem;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer a JSON pointer into the body as a URI fragment, for instance {@code #/sender/name}
 * @param detail a sentence that says what to do
 */
public record FieldError(String pointer, String detail) {}
