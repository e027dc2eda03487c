package org.centrallobby.letter.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.centrallobby.letter.comment.CommentDesk;
import org.centrallobby.letter.confirmation.ConfirmationDesk;
import org.centrallobby.letter.letter.LetterDesk;
import org.centrallobby.letter.letter.MpAnswer;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.lookup.Delivery;
import org.centrallobby.letter.lookup.SeatStatus;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A campaign's page: find your MP, write, check, send, pass on. Each step is a form; what was typed travels with it. */
@Path("/c/{slug}")
@Produces(MediaType.TEXT_HTML)
class CampaignPageResource {
    /** Stands where the name will, in a letter that the supporter has not signed yet. */
    private static final String YOUR_NAME = "[your name]";

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private static final int SEE_OTHER = 303;
    private static final int NEWEST_COMMENTS = 5;

    private final CampaignViews campaigns;
    private final LetterDesk letters;
    private final ConfirmationDesk confirmations;
    private final CommentDesk comments;
    private final RequestLimits limits;

    CampaignPageResource(
            CampaignViews campaigns,
            LetterDesk letters,
            ConfirmationDesk confirmations,
            CommentDesk comments,
            RequestLimits limits) {
        this.campaigns = campaigns;
        this.letters = letters;
        this.confirmations = confirmations;
        this.comments = comments;
        this.limits = limits;
    }

    @GET
    @Operation(hidden = true)
    public Response open(@RestPath String slug, @RestQuery @Nullable String via) {
        return onCampaign(slug, campaign -> page(finding(campaign, Answers.of(via), Mistakes.NONE)));
    }

    /** Where a form led somebody and a bookmark leads back: what was typed is gone, the campaign is not. */
    @GET
    @Path("/{step:write|check|send}")
    @Operation(hidden = true)
    public Response beginAgain(@RestPath String slug, @RestPath String step) {
        return onCampaign(slug, campaign -> see("/c/" + campaign.slug()));
    }

    @POST
    @Path("/write")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response write(@RestPath String slug, MultivaluedMap<String, String> form) {
        var answers = Answers.of(form);
        return onCampaign(slug, campaign -> {
            try {
                limits.lookUp();
                return page(writing(campaign, answers));
            } catch (Failure failure) {
                return page(failure, finding(campaign, answers, Mistakes.of(failure, "postcode")));
            }
        });
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response check(@RestPath String slug, MultivaluedMap<String, String> form) {
        var answers = Answers.of(form);
        return onCampaign(slug, campaign -> {
            try {
                limits.preview();
                return checking(campaign, answers);
            } catch (Failure failure) {
                return mistaken(campaign, answers, failure);
            }
        });
    }

    @POST
    @Path("/send")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(@RestPath String slug, MultivaluedMap<String, String> form) {
        var answers = Answers.of(form);
        return onCampaign(slug, campaign -> {
            try {
                var receipt = letters.write(slug, answers.letter());
                return see("/c/%s/sent?letter=%s".formatted(slug, receipt.id()));
            } catch (Failure failure) {
                return mistaken(campaign, answers, failure);
            }
        });
    }

    /** After a letter was handed in. The id in the address opens nothing: it only goes with the code from the mail. */
    @GET
    @Path("/sent")
    @Operation(hidden = true)
    public Response sent(@RestPath String slug, @RestQuery @Nullable String letter) {
        return onCampaign(slug, campaign -> page(Pages.sent(campaign, Mistakes.NONE, letter == null ? "" : letter)));
    }

    @POST
    @Path("/sent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response confirm(@RestPath String slug, MultivaluedMap<String, String> form) {
        var letter = String.valueOf(form.getFirst("letter"));
        return onCampaign(slug, campaign -> {
            try {
                limits.code();
                confirmations.confirm(id(letter), String.valueOf(form.getFirst("code")));
                return see("/c/%s/confirmed".formatted(slug));
            } catch (Failure failure) {
                return page(failure, Pages.sent(campaign, Mistakes.of(failure, "code"), letter));
            }
        });
    }

    @GET
    @Path("/confirmed")
    @Operation(hidden = true)
    public Response confirmed(@RestPath String slug) {
        return onCampaign(slug, campaign -> page(Pages.confirmed(campaign)));
    }

    private TemplateInstance finding(CampaignView campaign, Answers answers, Mistakes mistakes) {
        var wall = comments.wall(campaign.slug(), new PageRequest(NEWEST_COMMENTS, null))
                .map(WallView::of)
                .orElse(WallView.NONE);
        return Pages.find(campaign, answers, mistakes, wall);
    }

    private TemplateInstance writing(CampaignView campaign, Answers answers) {
        var mp = letters.findMp(campaign.slug(), answers.postcode(), answers.constituency());
        if (mp.constituency() == null) {
            var mistakes = answers.constituency().isEmpty()
                    ? Mistakes.NONE
                    : Mistakes.ofField("constituency", "Select the constituency you live in");
            return Pages.choose(campaign, answers, mistakes, mp);
        }
        if (!isFilled(mp)) {
            return finding(campaign, answers, Mistakes.ofField("postcode", vacancy(mp)));
        }
        var proposal = letters.preview(campaign.slug(), answers.proposal(YOUR_NAME));
        return Pages.write(campaign, answers.proposed(proposal.subject(), proposal.body()), Mistakes.NONE, mp);
    }

    private Response checking(CampaignView campaign, Answers answers) {
        var mp = letters.findMp(campaign.slug(), answers.postcode(), answers.constituency());
        if (mp.constituency() == null || !isFilled(mp)) {
            return page(writing(campaign, answers));
        }
        if (takesEmail(mp)) {
            // Says now what would be wrong at the next step; nothing is stored.
            letters.draft(campaign.slug(), answers.letter(), null);
        } else if (answers.address().isBlank()) {
            var mistakes = Mistakes.ofField("address", "Enter your address");
            return Response.status(ProblemType.INVALID_REQUEST.status())
                    .type(HTML)
                    .entity(Pages.write(campaign, answers, mistakes, mp).render())
                    .build();
        }
        return page(Pages.check(campaign, answers, Mistakes.NONE, letters.preview(campaign.slug(), answers.own())));
    }

    /** The step on which what is wrong can be put right, with everything that was typed. */
    private Response mistaken(CampaignView campaign, Answers answers, Failure failure) {
        if (campaign.needsScript() && failure.type() == ProblemType.PROOF_OF_WORK_REQUIRED) {
            return page(failure, Pages.kept(campaign, answers, Mistakes.ofMissingScript()));
        }
        if (isRush(failure)) {
            return page(failure, Pages.kept(campaign, answers, Mistakes.ofRush()));
        }
        var mistakes = Mistakes.of(failure, "");
        try {
            var mp = letters.findMp(campaign.slug(), answers.postcode(), answers.constituency());
            if (mp.constituency() == null) {
                return page(failure, Pages.choose(campaign, answers, mistakes, mp));
            }
            return page(
                    failure,
                    isFilled(mp)
                            ? Pages.write(campaign, answers, mistakes, mp)
                            : Pages.kept(campaign, answers, mistakes));
        } catch (Failure lookup) {
            // Without the MP there is no form to show the letter in, but the letter itself must not be lost.
            return page(failure, Pages.kept(campaign, answers, mistakes));
        }
    }

    private Response onCampaign(String slug, java.util.function.Function<CampaignView, Response> step) {
        return campaigns
                .find(slug)
                .map(step)
                .orElseGet(() -> Response.status(ProblemType.NOT_FOUND.status())
                        .type(HTML)
                        .entity(Pages.failure(
                                        "There is no such campaign",
                                        "Check that the address is whole, or ask whoever gave it to you.")
                                .render())
                        .build());
    }

    /** Nothing is wrong with the letter; it comes at the same time as too many others. A page cannot prove work: it runs no script. */
    private static boolean isRush(Failure failure) {
        return failure.type() == ProblemType.TOO_MANY_REQUESTS || failure.type() == ProblemType.PROOF_OF_WORK_REQUIRED;
    }

    private static boolean isFilled(MpAnswer mp) {
        return mp.seat() != null && mp.seat().status() == SeatStatus.FILLED;
    }

    private static boolean takesEmail(MpAnswer mp) {
        return mp.seat() != null
                && mp.seat().member() != null
                && mp.seat().member().delivery() == Delivery.EMAIL;
    }

    private static String vacancy(MpAnswer mp) {
        return mp.seat() != null && mp.seat().status() == SeatStatus.DISSOLVED
                ? "Parliament is dissolved for a general election, so there are no MPs at the moment. Come back after it."
                : "This constituency has no MP at the moment. Come back after the by-election.";
    }

    private static UUID id(String letter) {
        try {
            return UUID.fromString(letter);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ProblemType.UNKNOWN_CONFIRMATION,
                    "This page does not know your letter any more. Open the link in the email instead.");
        }
    }

    private static Response page(TemplateInstance page) {
        return Response.ok(page.render(), HTML).build();
    }

    private static Response page(Failure failure, TemplateInstance page) {
        var response = Response.status(failure.type().status()).type(HTML).entity(page.render());
        var retryAfter = failure.retryAfter();
        return (retryAfter == null ? response : response.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds()))
                .build();
    }

    private static Response see(String path) {
        return Response.status(SEE_OTHER).location(URI.create(path)).build();
    }
}
