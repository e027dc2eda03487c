package org.centrallobby.letter.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** Pages for addresses at which there is nothing. As no campaign says the language, the reader's browser does. */
@ApplicationScoped
class ErrorPages {
    private final HttpHeaders headers;

    ErrorPages(HttpHeaders headers) {
        this.headers = headers;
    }

    Response noCampaign() {
        return page(ProblemType.NOT_FOUND, "problem.no-campaign", "problem.no-campaign.text");
    }

    Response noComment() {
        return page(ProblemType.NOT_FOUND, "comment.unknown", "comment.unknown.text");
    }

    Response noLetter() {
        return page(ProblemType.NOT_FOUND, "letter.unknown", "letter.unknown.text");
    }

    /** As {@link #noLetter}, where the letter may be confirmed in another way. */
    Response nothingToConfirm() {
        var language = language();
        return Html.page(
                ProblemType.NOT_FOUND,
                Pages.failure(
                        language,
                        language.say("letter.unknown"),
                        language.say("letter.unknown.text") + " " + language.say("letter.unknown.code")));
    }

    Response otherSite() {
        return page(ProblemType.FORBIDDEN, "problem.other-site", "problem.other-site.text");
    }

    Response of(Failure failure) {
        return of(language(), failure);
    }

    /** Something that could not be done, in a language that is known. */
    Response of(Language language, Failure failure) {
        return Html.page(
                failure,
                Pages.failure(language, language.say("problem.page"), Mistakes.words(language, failure)));
    }

    private Response page(ProblemType problem, String title, String text) {
        var language = language();
        return Html.page(problem, Pages.failure(language, language.say(title), language.say(text)));
    }

    /** The first of those the browser asks for that there are words in. */
    private Language language() {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .map(Language::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
