package org.centrallobby.letter.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.Problem;
import org.centrallobby.letter.problem.ProblemType;

/** Pages for addresses at which there is nothing. As no campaign says the language, the reader's browser does. */
@ApplicationScoped
class ErrorPages {
    private static final int LONGEST_HEADER = 500;

    private final RoutingContext route;

    ErrorPages(RoutingContext route) {
        this.route = route;
    }

    Shown noCampaign() {
        return page(ProblemType.NOT_FOUND, "problem.no-campaign", "problem.no-campaign.text");
    }

    Shown noComment() {
        return page(ProblemType.NOT_FOUND, "comment.unknown", "comment.unknown.text");
    }

    Shown noLetter() {
        return page(ProblemType.NOT_FOUND, "letter.unknown", "letter.unknown.text");
    }

    /** As {@link #noLetter}, where the letter may be confirmed in another way. */
    Shown nothingToConfirm() {
        var language = language();
        return Shown.page(
                ProblemType.NOT_FOUND,
                Pages.failure(
                        language,
                        language.say("letter.unknown"),
                        language.say("letter.unknown.text") + " " + language.say("letter.unknown.code")));
    }

    Shown otherSite() {
        return page(ProblemType.FORBIDDEN, "problem.other-site", "problem.other-site.text");
    }

    Shown of(Failure failure) {
        return of(language(), failure);
    }

    /** Something that could not be done, in a language that is known. */
    Shown of(Language language, Failure failure) {
        return Shown.page(
                failure, Pages.failure(language, language.say("problem.page"), Mistakes.words(language, failure)));
    }

    /** What was refused or failed before a page could say so. A form that was sent is still in the browser. */
    String html(Problem problem) {
        var language = language();
        return Pages.failure(language, language.say("problem.page"), Mistakes.words(language, problem))
                .render();
    }

    private Shown page(ProblemType problem, String title, String text) {
        var language = language();
        return Shown.page(problem, Pages.failure(language, language.say(title), language.say(text)));
    }

    /** The first of those the browser asks for that there are words in. */
    private Language language() {
        return asked().stream()
                .map(Locale::forLanguageTag)
                .map(Locale::getLanguage)
                .map(Language::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /** The tags of {@code Accept-Language} (RFC 9110, section 12.5.4), those that are liked best first. */
    private List<String> asked() {
        var header = route.request().getHeader("Accept-Language");
        try {
            return header == null || header.length() > LONGEST_HEADER
                    ? List.of()
                    : Locale.LanguageRange.parse(header).stream()
                            .map(Locale.LanguageRange::getRange)
                            .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
