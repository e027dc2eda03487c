package org.centrallobby.letter.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.centrallobby.letter.message.LetterTemplates;
import org.centrallobby.letter.message.Outcome;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;

/** Says everything that stands between a campaign and the public, all at once. */
@ApplicationScoped
class PublishCheck {
    private final LetterTemplates templates;
    private final Organisations organisations;
    private final SeatCheck seats;

    PublishCheck(LetterTemplates templates, Organisations organisations, SeatCheck seats) {
        this.templates = templates;
        this.organisations = organisations;
        this.seats = seats;
    }

    /** Refuses templates from which no letter could be made, and rules that mean nothing. Empty ones may still be written. */
    void requireUsable(CampaignContent content) {
        var errors =
                letters(content).flatMap(letter -> letter.usable().stream()).toList();
        if (!errors.isEmpty()) {
            throw new Failure(ProblemType.INVALID_TEMPLATE, "Correct the places named below.", errors);
        }
        var rules = ruleErrors(content);
        if (!rules.isEmpty()) {
            throw new Failure(ProblemType.INVALID_REQUEST, "Correct the fields named below.", rules);
        }
    }

    /** Refuses a campaign that the public cannot use as it would be with this content. */
    void requirePublishable(Campaign campaign, CampaignContent content) {
        var errors = errors(campaign, content);
        if (!errors.isEmpty()) {
            throw new Failure(ProblemType.NOT_PUBLISHABLE, "The public cannot use the campaign yet.", errors);
        }
    }

    /** Everything that keeps the public from using a campaign with this content; empty where nothing does. */
    List<FieldError> errors(Campaign campaign, CampaignContent content) {
        var errors = new ArrayList<FieldError>();
        if (content.words().introduction().isEmpty()) {
            errors.add(new FieldError("#/introduction", "Tell supporters what the campaign asks for and why."));
        }
        letters(content).forEach(letter -> errors.addAll(letter.complete()));
        var spoken = organisations.findById(campaign.organisation()).languages();
        for (var language : content.languages()) {
            if (!spoken.contains(language)) {
                errors.add(new FieldError(
                        language.equals(content.language()) ? "#/language" : "#/translations/" + language,
                        "Your organisation does not campaign in this language. Add it to its languages."));
            }
        }
        content.translations().forEach((language, words) -> {
            if (words.introduction().isEmpty()) {
                errors.add(new FieldError(
                        "#/translations/%s/introduction".formatted(language),
                        "Write the introduction in this language."));
            }
            for (var name : content.words().letters().keySet()) {
                if (!words.letters().containsKey(name)) {
                    errors.add(new FieldError(
                            "#/translations/%s/letters/%s".formatted(language, name),
                            "Write this letter in this language."));
                }
            }
        });
        errors.addAll(seats.errors(campaign, content));
        return List.copyOf(errors);
    }

    /** What keeps some supporters out although the campaign can be published. */
    static List<FieldError> warnings(CampaignContent content) {
        return content.proofOfWork() == ProofOfWork.ALWAYS
                ? List.of(new FieldError(
                        "#/proofOfWork",
                        "Supporters whose browser runs no JavaScript cannot write then, and nobody can on the campaign's page here:"
                                + " only through the widget. Choose when-busy to let them."))
                : List.of();
    }

    private Stream<LetterCheck> letters(CampaignContent content) {
        return Stream.concat(
                letters(content.words(), "#"),
                content.translations().entrySet().stream()
                        .flatMap(entry -> letters(entry.getValue(), "#/translations/" + entry.getKey())));
    }

    private Stream<LetterCheck> letters(CampaignWords words, String pointer) {
        return Stream.concat(
                Stream.of(new LetterCheck(templates, words.letter(), pointer + "/template")),
                words.letters().entrySet().stream()
                        .map(entry ->
                                new LetterCheck(templates, entry.getValue(), pointer + "/letters/" + entry.getKey())));
    }

    private static List<FieldError> ruleErrors(CampaignContent content) {
        var errors = new ArrayList<FieldError>();
        var names = new HashSet<String>();
        for (var i = 0; i < content.rules().size(); i++) {
            var rule = content.rules().get(i);
            var pointer = "#/rules/%d/".formatted(i);
            if (!names.add(rule.name())) {
                errors.add(new FieldError(pointer + "name", "Another rule has this name."));
            }
            if (rule.letter() != null && !content.words().letters().containsKey(rule.letter())) {
                errors.add(new FieldError(pointer + "letter", "The campaign has no letter with this name."));
            }
            if (rule.outcome() == Outcome.THANKS && rule.letter() == null) {
                errors.add(new FieldError(pointer + "letter", "Name the letter that gives thanks."));
            }
            if (rule.outcome() == Outcome.EXCLUDE && rule.explanation() == null) {
                errors.add(new FieldError(pointer + "explanation", "Tell the supporter why there is no letter."));
            }
            if (rule.outcome() == Outcome.REDIRECT && rule.campaign() == null) {
                errors.add(new FieldError(pointer + "campaign", "Name the other campaign by its slug."));
            }
        }
        return errors;
    }
}
