package org.centrallobby.letter.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.language.Spoken;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as an organisation sends it. A new one needs its slug, title, language and goal; in a change, what is left out
 * stays and an empty text takes away what is optional. A draft may be incomplete; its check says what is missing.
 *
 * @param template the main letter
 * @param letters further ones, by the names that rules use
 * @param rules all of them in their order
 * @param translations the words in further languages, by {@code en} or {@code cy}
 * @param goalMoves whether the goal that is shown goes up once it is nearly reached
 * @param comments whether supporters' comments are shown
 * @param commentNames how much of their writers' names: {@code first-and-initial} or {@code first}
 * @param ownMailbox whether supporters may send their letters from their own mailboxes; true where nothing is said
 * @param opensAt with a zone, for instance {@code 2026-12-01T08:00:00+00:00}
 * @param closesAt with a zone
 * @param unscheduled true takes both times away
 */
@Schema(example = """
        {"slug": "library-hours", "title": "Keep our libraries open", "language": "en", "introduction": \
        "Opening hours have been halved.", "template": {"subject": "Libraries in {constituency.name}", \
        "body": "I live in {constituency.name} and ask for your support. {#if member.party == \
        'Labour'}You{#else}The government{/if} promised to keep libraries open.", "points": [{"id": "children", \
        "title": "Children read there", "text": "After school it is full of children."}, {"id": "warmth", \
        "title": "It is warm", "text": "In winter it is where people keep warm."}], "close": "Will you speak up?", \
        "prompts": ["What did you last borrow?"]}, "consentWording": "You may write to me about this campaign.", \
        "shareText": "I have written to my MP about our libraries.", "goal": 500, "goalMoves": true, \
        "comments": true, "commentNames": "first-and-initial", "ownMailbox": true, \
        "ownWords": {"personalLine": false, "alikeLimit": 80, "whenAlike": "allow"}, "whenSeatVacant": "hold", \
        "proofOfWork": "when-busy"}\
        """)
record CampaignFields(
        @Size(min = 3, max = 60, message = "Use 3 to 60 characters.") @Pattern(regexp = Words.SLUG, message = Words.SLUG_WANTED) @Nullable String slug,

        @Size(min = 1, max = 150, message = "Enter a title of 1 to 150 characters.") @Pattern(regexp = "(?=.*\\S)" + Words.ONE_LINE, message = "Enter a title on one line.")
        @Nullable String title,

        @Spoken @Nullable String language,

        @Size(max = 5_000, message = "Keep the introduction to 5,000 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String introduction,

        @Valid @Nullable LetterFields template,

        @Size(max = 20, message = "Use at most 20 letters.") @Nullable Map<@Pattern(regexp = Words.SLUG, message = Words.SLUG_WANTED) @Size(max = 60) String, @Valid LetterFields>
                letters,

        @Size(max = 100, message = "Use at most 100 rules.") @Nullable List<@Valid @NotNull RuleFields> rules,

        @Nullable Map<@Spoken String, @Valid TranslationFields> translations,

        @Size(max = 500, message = "Keep the consent wording to 500 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String consentWording,

        @Size(max = 280, message = "Keep the text to share to 280 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String shareText,

        @Valid @Nullable SharePicture sharePicture,
        @Nullable StepTexts texts,

        @Min(value = 1, message = "Hope for at least 1 letter.") @Max(value = 1_000_000, message = "Hope for at most 1,000,000 letters.") @Nullable Integer goal,

        @Nullable Boolean goalMoves,
        @Nullable Boolean comments,
        @Nullable CommentNames commentNames,
        @Nullable Boolean ownMailbox,
        @Valid @Nullable OwnWords ownWords,
        @Nullable WhenSeatVacant whenSeatVacant,
        @Nullable ProofOfWork proofOfWork,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Boolean unscheduled) {

    /** A new campaign's content. */
    CampaignContent content() {
        var errors = new ArrayList<FieldError>();
        if (slug == null) {
            errors.add(new FieldError("#/slug", "Enter the campaign's slug, its name in addresses."));
        }
        if (goal == null) {
            errors.add(new FieldError("#/goal", "Enter how many letters the campaign hopes for."));
        }
        if (language == null) {
            errors.add(new FieldError("#/language", "Choose the language: en or cy."));
        }
        if (title == null) {
            errors.add(new FieldError("#/title", "Enter the campaign's title."));
        }
        if (title == null || language == null || goal == null || slug == null) {
            throw new Failure(ProblemType.INVALID_REQUEST, "Correct the fields named below.", errors);
        }
        return appliedTo(new CampaignContent(
                language,
                CampaignWords.titled(title.strip()),
                Map.of(),
                List.of(),
                goal,
                false,
                false,
                CommentNames.FIRST_AND_INITIAL,
                true,
                OwnWords.ANY,
                WhenSeatVacant.REFUSE,
                ProofOfWork.WHEN_BUSY,
                null));
    }

    CampaignContent appliedTo(CampaignContent present) {
        return new CampaignContent(
                language == null ? present.language() : language,
                words().appliedTo(present.words()),
                translations == null ? present.translations() : translated(present, translations),
                rules == null
                        ? present.rules()
                        : rules.stream().map(RuleFields::rule).toList(),
                goal == null ? present.goal() : goal,
                goalMoves == null ? present.goalMoves() : goalMoves,
                comments == null ? present.comments() : comments,
                commentNames == null ? present.commentNames() : commentNames,
                ownMailbox == null ? present.ownMailbox() : ownMailbox,
                ownWords == null ? present.ownWords() : ownWords,
                whenSeatVacant == null ? present.whenSeatVacant() : whenSeatVacant,
                proofOfWork == null ? present.proofOfWork() : proofOfWork,
                sharePicture == null ? present.sharePicture() : sharePicture);
    }

    Schedule appliedTo(Schedule present) {
        return Boolean.TRUE.equals(unscheduled)
                ? new Schedule(null, null)
                : new Schedule(
                        opensAt == null ? present.opensAt() : opensAt,
                        closesAt == null ? present.closesAt() : closesAt);
    }

    private TranslationFields words() {
        return new TranslationFields(title, introduction, consentWording, shareText, texts, template, letters, null);
    }

    private static Map<String, CampaignWords> translated(
            CampaignContent present, Map<String, TranslationFields> change) {
        var translations = new HashMap<String, CampaignWords>();
        change.forEach((language, fields) -> translations.put(
                language,
                fields.appliedTo(present.translations()
                        .getOrDefault(
                                language, CampaignWords.titled(present.words().title())))));
        return translations;
    }
}
