package org.centrallobby.letter.letter;

import java.text.Normalizer;
import java.util.stream.Collectors;

/** Makes what people type fit to be read by others: composed Unicode, and nothing that steers a reader's screen or a mail's head. */
public final class PlainText {
    private PlainText() {}

    /** One line: whatever breaks a line becomes a space. */
    static String line(String typed) {
        return clean(typed).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** Lines ended by LF, none with blanks at its end, never more than two empty ones together. */
    public static String lines(String typed) {
        return clean(typed)
                // Begins at the first blank of a run and gives none back: a run of thousands is looked at once.
                .replaceAll("(?<![ \\t\\p{Zs}])[ \\t\\p{Zs}]++\\n", "\n")
                .replaceAll("\\n{4,}", "\n\n\n")
                .strip();
    }

    /** The lines of an address: no empty ones. */
    static String address(String typed) {
        return lines(typed)
                .lines()
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String clean(String typed) {
        var lines = typed.replaceAll("\\R", "\n").replace('\t', ' ');
        var kept = lines.codePoints()
                .filter(PlainText::isText)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n';
            // The joiners shape letters and emoji; the rest of the invisible ones turn or hide text.
            case Character.FORMAT -> character == 0x200C || character == 0x200D;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
