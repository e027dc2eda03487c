package org.centrallobby.letter.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.centrallobby.letter.message.LetterTemplate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new campaign. A draft may be incomplete; publishing says what is missing. */
@Schema(example = """
        {"slug": "library-hours", "title": "Keep our libraries open", "language": "en", "introduction": \
        "Opening hours have been halved.", "template": {"subject": "Libraries in {constituency.name}", \
        "body": "I live in {constituency.name} and ask for your support. {#if member.party == \
        'Labour'}You{#else}The government{/if} promised to keep libraries open."}, "consentWording": "You \
        may write to me about this campaign.", "shareText": "I have written to my MP about our libraries.", \
        "goal": 500, "whenSeatVacant": "hold"}\
        """)
record CreateCampaign(
        @NotBlank(message = "Enter the campaign's slug, its name in addresses.") @Size(min = 3, max = 60, message = "Use 3 to 60 characters.") @Pattern(regexp = Words.SLUG, message = Words.SLUG_WANTED) String slug,

        @NotBlank(message = "Enter the campaign's title.") @Size(max = 150, message = "Keep the title to 150 characters.") @Pattern(regexp = Words.ONE_LINE, message = "Keep the title to one line.") String title,

        @NotNull(message = "Choose the language: en or cy.") @Pattern(regexp = "en|cy", message = "Use en or cy.") String language,

        @Size(max = 5_000, message = "Keep the introduction to 5,000 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String introduction,

        @Valid @Nullable TemplateText template,

        @Size(max = 500, message = "Keep the consent wording to 500 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String consentWording,

        @Size(max = 280, message = "Keep the text to share to 280 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String shareText,

        @NotNull(message = "Enter how many letters the campaign hopes for.") @Min(value = 1, message = "Hope for at least 1 letter.") @Max(value = 1_000_000, message = "Hope for at most 1,000,000 letters.") Integer goal,

        @Nullable WhenSeatVacant whenSeatVacant) {

    CampaignContent content() {
        return new CampaignContent(
                slug,
                title.strip(),
                language,
                Words.tidy(introduction),
                template == null
                        ? new LetterTemplate("", "")
                        : new LetterTemplate(Words.tidy(template.subject()), Words.tidy(template.body())),
                Words.orNull(consentWording),
                Words.orNull(shareText),
                goal,
                whenSeatVacant == null ? WhenSeatVacant.REFUSE : whenSeatVacant);
    }
}
