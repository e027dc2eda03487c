package org.centrallobby.letter.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.LetterTemplates;
import org.centrallobby.letter.message.TemplateError;
import org.centrallobby.letter.organisation.Organisation;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;

/** Says everything that stands between a campaign and the public, all at once. */
@ApplicationScoped
class PublishCheck {
    private static final Pattern GREETING = Pattern.compile("(?i)(dear|annwyl)\\b.*", Pattern.DOTALL);
    private static final Pattern CLOSE =
            Pattern.compile("(?i).*\\n(yours (sincerely|faithfully)|yn gywir)\\b[^\\n]{0,5}(\\n.*)?", Pattern.DOTALL);

    private final LetterTemplates templates;

    PublishCheck(LetterTemplates templates) {
        this.templates = templates;
    }

    /** Refuses a template from which no letter could be made. An empty one may still be written. */
    void requireUsable(LetterTemplate template) {
        var errors = new ArrayList<FieldError>();
        templates.subjectErrors(template.subject()).forEach(error -> errors.add(at("#/template/subject", error)));
        templates.bodyErrors(template.body()).forEach(error -> errors.add(at("#/template/body", error)));
        if (!errors.isEmpty()) {
            throw new Failure(ProblemType.INVALID_TEMPLATE, "Correct the places named below.", errors);
        }
    }

    /** Refuses a campaign that the public cannot use as it is. */
    void requirePublishable(CampaignContent campaign, Organisation organisation) {
        var errors = new ArrayList<FieldError>();
        var body = campaign.template().body();
        if (campaign.introduction().isEmpty()) {
            errors.add(new FieldError("#/introduction", "Tell supporters what the campaign asks for and why."));
        }
        if (campaign.template().subject().isEmpty()) {
            errors.add(new FieldError("#/template/subject", "Enter the subject of the letter."));
        }
        if (body.isBlank()) {
            errors.add(new FieldError("#/template/body", "Write the letter that supporters begin with."));
        }
        if (GREETING.matcher(body).matches()) {
            errors.add(new FieldError(
                    "#/template/body", "Leave out the greeting: each letter is given the one for its MP."));
        }
        if (CLOSE.matcher(body).matches()) {
            errors.add(new FieldError(
                    "#/template/body", "Leave out the close and signature: each letter is given its writer's."));
        }
        if (!organisation.languages().contains(campaign.language())) {
            errors.add(new FieldError(
                    "#/language", "Your organisation does not campaign in this language. Add it to its languages."));
        }
        if (!errors.isEmpty()) {
            throw new Failure(
                    ProblemType.NOT_PUBLISHABLE, "The public cannot use the campaign yet.", List.copyOf(errors));
        }
    }

    private static FieldError at(String pointer, TemplateError error) {
        return new FieldError(pointer, error.detail(), error.line(), error.column());
    }
}
