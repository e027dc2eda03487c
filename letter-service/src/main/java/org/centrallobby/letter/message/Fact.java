package org.centrallobby.letter.message;

/**
 * What is known of one constituency, as the organisation uploaded it.
 *
 * @param value as it stands in letters, for instance {@code 14 cameras}
 * @param source who says so, for instance {@code Freedom of information reply of the council}
 * @param date when it was so, as a reader writes it: {@code March 2026}
 */
public record Fact(String value, String source, String date) {
    /** Stands in where a constituency has none and the campaign says nothing instead: prints nothing, is false in {@code {#if}}. */
    public static final Fact NONE = new Fact("", "", "");
}
