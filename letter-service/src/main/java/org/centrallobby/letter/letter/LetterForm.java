package org.centrallobby.letter.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.centrallobby.letter.language.Said;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.supporter.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Reads a supporter's answers, cleans them, and gathers all that is wrong before it complains. */
final class LetterForm {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;
    private static final int MOST_LINES = 5;
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_PERSONAL_LINE = 2_000;

    private final List<FieldError> errors = new ArrayList<>();

    String postcode(@Nullable String typed) {
        return read("postcode", typed, 40, PlainText::line, "field.postcode");
    }

    String name(@Nullable String typed) {
        var name = read("name", typed, LONGEST_NAME, PlainText::line, "field.name");
        if (!name.isEmpty() && name.codePoints().noneMatch(LetterForm::isVisibleLetter)) {
            complain("name", "field.name");
        }
        return name;
    }

    /** Hangul has letters that only fill a place and show nothing. */
    private static boolean isVisibleLetter(int character) {
        return Character.isLetter(character)
                && character != 0x115F
                && character != 0x1160
                && character != 0x3164
                && character != 0xFFA0;
    }

    String email(@Nullable String typed) {
        var address = EmailAddress.parse(typed == null ? "" : typed);
        if (address.isEmpty()) {
            complain("email", "field.email");
        } else if (address.get().isDisposable()) {
            complain("email", "field.email.disposable");
        }
        return address.map(EmailAddress::value).orElse("");
    }

    String address(@Nullable String typed) {
        var address = read("address", typed, LONGEST_ADDRESS, PlainText::address, "field.address");
        if (address.lines().count() > MOST_LINES) {
            complain("address", Said.of("field.address.lines", "most", MOST_LINES));
        }
        return address;
    }

    String subject(@Nullable String typed) {
        return read("subject", typed, LONGEST_SUBJECT, PlainText::line, "field.subject");
    }

    String body(@Nullable String typed) {
        return read("body", typed, LONGEST_BODY, PlainText::lines, "field.body");
    }

    /** Empty where none was typed. */
    String personalLine(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? ""
                : read("personalLine", typed, LONGEST_PERSONAL_LINE, PlainText::lines, "field.own-line");
    }

    /** @param key of the phrase that says what to do */
    void complain(String field, String key) {
        complain(field, Said.of(key));
    }

    private void complain(String field, Said said) {
        errors.add(new FieldError("#/" + field, said));
    }

    /** Throws one failure for all that was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new Failure(ProblemType.INVALID_REQUEST, "Correct the fields named below.", errors);
        }
    }

    private String read(
            String field, @Nullable String typed, int longest, UnaryOperator<String> cleaning, String missing) {
        // Twice the length leaves room for what cleaning takes away, and bounds its work.
        var clean = typed == null || typed.length() > 2 * longest ? "" : cleaning.apply(typed);
        var length = clean.codePointCount(0, clean.length());
        if (length > longest || (typed != null && typed.length() > 2 * longest)) {
            complain(field, Said.of("field.too-long", "limit", longest));
        } else if (clean.isEmpty()) {
            complain(field, missing);
        }
        return clean;
    }
}
