package org.centrallobby.letter.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.centrallobby.letter.comment.CommentDesk;
import org.centrallobby.letter.confirmation.RecallDesk;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.letter.LetterPages;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * A letter's own page, for its writer: what became of it, its text as long as it is kept, their comment, and a way out of the
 * organisation's mails.
 */
@Path("/letter/{token}")
@Produces(MediaType.TEXT_HTML)
class LetterPageResource {
    private final LetterPages letters;
    private final CampaignViews campaigns;
    private final RecallDesk recalls;
    private final CommentDesk comments;
    private final RequestLimits limits;
    private final ErrorPages errors;

    LetterPageResource(
            LetterPages letters,
            CampaignViews campaigns,
            RecallDesk recalls,
            CommentDesk comments,
            RequestLimits limits,
            ErrorPages errors) {
        this.letters = letters;
        this.campaigns = campaigns;
        this.recalls = recalls;
        this.comments = comments;
        this.limits = limits;
        this.errors = errors;
    }

    @GET
    @Operation(hidden = true)
    public Response look(@RestPath String token) {
        return PageMapper.response(page(token, null, ""));
    }

    @POST
    @Path("/comment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response comment(@RestPath String token, @FormParam("text") @Nullable String text) {
        try {
            limits.request();
            comments.write(token, null, text);
            return PageMapper.response(Shown.see("/letter/" + token + "#comment"));
        } catch (Failure failure) {
            return PageMapper.response(page(token, failure, text == null ? "" : text));
        }
    }

    @POST
    @Path("/comment/withdraw")
    @Operation(hidden = true)
    public Response withdraw(@RestPath String token) {
        try {
            limits.request();
            comments.ofWriter(token).ifPresent(own -> comments.withdraw(own.id(), token));
            return PageMapper.response(Shown.see("/letter/" + token + "#comment"));
        } catch (Failure failure) {
            return PageMapper.response(page(token, failure, ""));
        }
    }

    @POST
    @Path("/consent-withdrawal")
    @Operation(hidden = true)
    public Response withdrawConsent(@RestPath String token) {
        return PageMapper.response(letters.withdrawConsent(token)
                .map(letter -> Shown.see("/letter/" + token))
                .orElseGet(errors::noLetter));
    }

    @POST
    @Path("/recall")
    @Operation(hidden = true)
    public Response recall(@RestPath String token) {
        try {
            limits.request();
            recalls.recall(token);
            return PageMapper.response(Shown.see("/letter/" + token));
        } catch (Failure failure) {
            return PageMapper.response(letters.byPageToken(token)
                    .map(letter -> errors.of(Language.of(letter.language()), failure))
                    .orElseGet(() -> errors.of(failure)));
        }
    }

    /**
     * @param failure what is wrong with the comment; null for nothing
     * @param typed the comment
     */
    private Shown page(String token, @Nullable Failure failure, String typed) {
        return letters.byPageToken(token)
                .map(letter -> {
                    var language = Language.of(letter.language());
                    var address = "/letter/" + token;
                    var mistakes = failure == null ? Mistakes.NONE : Mistakes.of(language, failure, "text");
                    var box = CommentBox.of(language, address, token, comments, typed, mistakes);
                    var page =
                            Pages.letter(language, WriterLetter.of(letter), address, box, campaigns.ofLetter(letter));
                    return failure == null ? Shown.page(page) : Shown.page(failure, page);
                })
                .orElseGet(errors::noLetter);
    }
}
