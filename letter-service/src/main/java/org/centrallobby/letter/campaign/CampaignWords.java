package org.centrallobby.letter.campaign;

import java.util.Map;
import java.util.stream.Stream;
import org.centrallobby.letter.message.LetterTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a campaign that is said in one language.
 *
 * @param introduction plain text for supporters; a blank line ends a paragraph
 * @param consentWording what a supporter agrees to by ticking the box; null where the organisation asks for nothing
 * @param shareText what a supporter's post begins with; null for the title
 * @param letter the main letter
 * @param letters those that rules speak of, by their names
 * @param explanations what supporters read whose MPs rules exclude, by the rules' names
 */
record CampaignWords(
        String title,
        String introduction,
        @Nullable String consentWording,
        @Nullable String shareText,
        StepTexts texts,
        LetterTemplate letter,
        Map<String, LetterTemplate> letters,
        Map<String, String> explanations) {
    CampaignWords {
        letters = Map.copyOf(letters);
        explanations = Map.copyOf(explanations);
    }

    /** Words in which nothing is said beside the title. */
    static CampaignWords titled(String title) {
        return new CampaignWords(title, "", null, null, StepTexts.NONE, LetterTemplate.EMPTY, Map.of(), Map.of());
    }

    /** The letter with this name; the main one for null, and where there is none with the name. */
    LetterTemplate letter(@Nullable String name) {
        return name == null ? letter : letters.getOrDefault(name, letter);
    }

    Stream<LetterTemplate> allLetters() {
        return Stream.concat(Stream.of(letter), letters.values().stream());
    }
}
