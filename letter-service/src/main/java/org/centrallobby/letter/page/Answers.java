package org.centrallobby.letter.page;

import java.util.List;
import java.util.Map;
import org.centrallobby.letter.letter.PreviewLetter;
import org.centrallobby.letter.letter.WriteLetter;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter has typed so far. It travels in the pages' forms: this service remembers nothing of an unfinished letter.
 *
 * @param via how they came to the campaign, as its address said; empty where it did not
 */
record Answers(
        String postcode,
        String constituency,
        String name,
        String email,
        String address,
        String subject,
        String body,
        boolean consent,
        String via) {

    static final Answers NONE = new Answers("", "", "", "", "", "", "", false, "");

    /** Nothing yet of somebody who came that way; null where the address does not say. */
    static Answers of(@Nullable String via) {
        return new Answers("", "", "", "", "", "", "", false, via == null ? "" : via);
    }

    static Answers of(Map<String, List<String>> form) {
        return new Answers(
                text(form, "postcode"),
                text(form, "constituency"),
                text(form, "name"),
                text(form, "email"),
                // Browsers end the lines of a text area with CRLF.
                text(form, "address").replace("\r\n", "\n"),
                text(form, "subject"),
                text(form, "body").replace("\r\n", "\n"),
                form.containsKey("consent"),
                text(form, "via"));
    }

    /** The letter that the campaign proposes; {@code standIn} stands where the name will. */
    PreviewLetter proposal(String standIn) {
        return new PreviewLetter(
                postcode, constituency, name.isBlank() ? standIn : name, null, null, null, null, null, null, null);
    }

    /** The letter in the supporter's words. */
    PreviewLetter own() {
        return new PreviewLetter(postcode, constituency, name, email, address, subject, body, null, null, null);
    }

    WriteLetter letter() {
        return new WriteLetter(
                postcode, constituency, name, email, address, subject, body, consent, null, via, null, null, null);
    }

    /** With the campaign's words where the supporter has none of their own yet. */
    Answers proposed(String proposedSubject, String proposedBody) {
        return new Answers(
                postcode,
                constituency,
                name,
                email,
                address,
                subject.isEmpty() ? proposedSubject : subject,
                body.isEmpty() ? proposedBody : body,
                consent,
                via);
    }

    private static String text(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }

    @Override
    public String toString() {
        return "Answers[***]";
    }
}
