package org.centrallobby.letter.statistics;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.language.Language;
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

@Path("/v1/public/campaigns/{slug}")
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class CoverageResource {
    private static final String SVG = "image/svg+xml";
    private static final int CACHED_SECONDS = 60;

    private final Campaigns campaigns;
    private final Coverages coverages;

    CoverageResource(Campaigns campaigns, Coverages coverages) {
        this.campaigns = campaigns;
        this.coverages = coverages;
    }

    @GET
    @Path("/coverage")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "getCoverage",
            summary = "Which constituencies a campaign's letters have reached",
            description = "Every constituency with its hexagon on the map and its letters that count. Cacheable.")
    public RestResponse<Coverage> coverage(@RestPath String slug) {
        return RestResponse.ResponseBuilder.ok(coverages.of(campaigns.publishedAs(slug)))
                .header(HttpHeaders.CACHE_CONTROL, cached())
                .build();
    }

    @GET
    @Path("/map.svg")
    @Produces(SVG)
    @Transactional
    @Operation(
            operationId = "getCoverageMap",
            summary = "The same as a picture",
            description =
                    "With its title and legend, for other sites, print and boards; any page may show it. Cacheable.")
    @APIResponse(
            responseCode = "200",
            description = "An SVG document",
            content =
                    @Content(
                            mediaType = SVG,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "map",
                                            value = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg>...</svg>")))
    public RestResponse<String> map(
            @RestPath String slug,
            @RestQuery
                    @Parameter(
                            description =
                                    "A language that there are words in, such as cy; the campaign's own otherwise")
                    @Nullable String lang,
            @RestQuery
                    @Parameter(description = "Given, with any value, where the picture is to be saved and not shown")
                    @Nullable String download) {
        var campaign = campaigns.publishedAs(slug);
        var language = Language.of(lang == null ? campaign.language() : lang);
        var response = RestResponse.ResponseBuilder.ok(
                        coverages.of(campaign).alone(language, campaign.titleIn(language.tag())))
                .header(HttpHeaders.CACHE_CONTROL, cached())
                .header("Content-Security-Policy", "default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        if (download != null) {
            response.header(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-map.svg\"".formatted(campaign.slug()));
        }
        return response.build();
    }

    private static CacheControl cached() {
        var cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        return cached;
    }
}
