package org.centrallobby.letter.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.centrallobby.letter.message.LetterTemplate;
import org.jspecify.annotations.Nullable;

/** A campaign's words in one more language; what is left out stays, or is as in the campaign's own language in a new one. */
record TranslationFields(
        @Size(min = 1, max = 150, message = "Enter a title of 1 to 150 characters.") @Pattern(regexp = "(?=.*\\S)" + Words.ONE_LINE, message = "Enter a title on one line.")
        @Nullable String title,

        @Size(max = 5_000, message = "Keep the introduction to 5,000 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String introduction,

        @Size(max = 500, message = "Keep the consent wording to 500 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String consentWording,

        @Size(max = 280, message = "Keep the text to share to 280 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String shareText,

        @Nullable StepTexts texts,
        @Valid @Nullable LetterFields template,

        @Size(max = 20, message = "Use at most 20 letters.") @Nullable Map<@Pattern(regexp = Words.SLUG) @Size(max = 60) String, @Valid LetterFields> letters,

        @Size(max = 100, message = "Explain at most 100 rules.") @Nullable Map<String, @Size(max = 1_000) String> explanations) {
    CampaignWords appliedTo(CampaignWords present) {
        return new CampaignWords(
                title == null ? present.title() : title.strip(),
                introduction == null ? present.introduction() : Words.tidy(introduction),
                consentWording == null ? present.consentWording() : Words.orNull(consentWording),
                shareText == null ? present.shareText() : Words.orNull(shareText),
                texts == null ? present.texts() : present.texts().changedBy(texts),
                template == null ? present.letter() : template.appliedTo(present.letter()),
                letters == null ? present.letters() : changed(present, letters),
                explanations == null ? present.explanations() : explanations);
    }

    /** The letters that are named now; one that was there before keeps what is left out. */
    private static Map<String, LetterTemplate> changed(CampaignWords present, Map<String, LetterFields> change) {
        var letters = new HashMap<String, LetterTemplate>();
        change.forEach((name, fields) ->
                letters.put(name, fields.appliedTo(present.letters().getOrDefault(name, LetterTemplate.EMPTY))));
        return letters;
    }
}
