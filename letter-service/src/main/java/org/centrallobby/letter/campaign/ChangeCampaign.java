package org.centrallobby.letter.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.centrallobby.letter.message.LetterTemplate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changes about a campaign; what is left out stays. An empty text takes away what is optional. */
@Schema(example = """
        {"goal": 1000, "template": {"subject": "Our libraries"}}\
        """)
record ChangeCampaign(
        @Size(min = 3, max = 60, message = "Use 3 to 60 characters.") @Pattern(regexp = Words.SLUG, message = Words.SLUG_WANTED) @Nullable String slug,

        @Size(min = 1, max = 150, message = "Enter a title of 1 to 150 characters.") @Pattern(regexp = "(?=.*\\S)" + Words.ONE_LINE, message = "Enter a title on one line.")
        @Nullable String title,

        @Pattern(regexp = "en|cy", message = "Use en or cy.") @Nullable String language,

        @Size(max = 5_000, message = "Keep the introduction to 5,000 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String introduction,

        @Valid @Nullable TemplateText template,

        @Size(max = 500, message = "Keep the consent wording to 500 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String consentWording,

        @Size(max = 280, message = "Keep the text to share to 280 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String shareText,

        @Min(value = 1, message = "Hope for at least 1 letter.") @Max(value = 1_000_000, message = "Hope for at most 1,000,000 letters.") @Nullable Integer goal,

        @Nullable WhenSeatVacant whenSeatVacant) {

    CampaignContent appliedTo(CampaignContent present) {
        return new CampaignContent(
                slug == null ? present.slug() : slug,
                title == null ? present.title() : title.strip(),
                language == null ? present.language() : language,
                introduction == null ? present.introduction() : Words.tidy(introduction),
                template == null ? present.template() : merged(present.template(), template),
                consentWording == null ? present.consentWording() : Words.orNull(consentWording),
                shareText == null ? present.shareText() : Words.orNull(shareText),
                goal == null ? present.goal() : goal,
                whenSeatVacant == null ? present.whenSeatVacant() : whenSeatVacant);
    }

    private static LetterTemplate merged(LetterTemplate present, TemplateText change) {
        return new LetterTemplate(
                change.subject() == null ? present.subject() : Words.tidy(change.subject()),
                change.body() == null ? present.body() : Words.tidy(change.body()));
    }
}
