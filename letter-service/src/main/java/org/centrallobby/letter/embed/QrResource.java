package org.centrallobby.letter.embed;

import io.quarkus.vertx.http.Compressed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.campaign.PublicAddress;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/public/campaigns/{slug}/qr.svg")
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class QrResource {
    private static final String SVG = "image/svg+xml";

    /** The link never changes; the title in it may. */
    private static final int CACHED_SECONDS = 3600;

    private final Campaigns campaigns;
    private final PublicAddress address;

    QrResource(Campaigns campaigns, PublicAddress address) {
        this.campaigns = campaigns;
        this.address = address;
    }

    @GET
    @Produces(SVG)
    @Compressed
    @Operation(
            operationId = "getQrCode",
            summary = "The campaign's link as a QR code",
            description = "Black on white, with its quiet zone, crisp at any size. Cacheable; every page may show it.")
    @APIResponse(
            responseCode = "200",
            description = "An SVG document",
            content =
                    @Content(
                            mediaType = SVG,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "code",
                                            value = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg>...</svg>")))
    public RestResponse<String> show(
            @RestPath String slug,
            @RestQuery @Parameter(description = "The code of a personal link, as its address has it") @Nullable String from,
            @RestQuery
                    @Parameter(description = "How its readers come, for instance poster; statistics count by it")
                    @Nullable String via) {
        if (from != null && !Arrival.isCode(from)) {
            throw new Failure(
                    ProblemType.BAD_REQUEST, "In from, send the 6 to 32 letters, digits, - and _ of a personal link.");
        }
        if (via != null && !Arrival.isChannel(via)) {
            throw new Failure(ProblemType.BAD_REQUEST, "In via, send 1 to 32 lower-case letters, digits and hyphens.");
        }
        var campaign = campaigns
                .published(slug)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no campaign at this address."));
        var link = new Arrival(from, via).at(address.campaign(slug));
        var title = "%s: %s, %s".formatted(Language.of(campaign.language()).say("share.qr"), campaign.title(), link);
        var cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        return RestResponse.ResponseBuilder.ok(QrPicture.of(link, title), SVG + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, cached)
                // Pages that isolate themselves (COEP) show it too; opened by itself it runs nothing.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }
}
