package org.centrallobby.letter.osdi;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/osdi/v1")
@Produces(EntryPointResource.HAL)
@Tag(name = "OSDI", description = "People and actions for other systems, in the shapes of OSDI 1.2.")
@SecurityRequirement(name = "key")
class EntryPointResource {
    static final String HAL = "application/hal+json";

    private final Addresses addresses;

    EntryPointResource(Addresses addresses) {
        this.addresses = addresses;
    }

    /** What there is, and where. */
    @Schema(example = """
            {"motd": "Letters to MPs", "vendor_name": "Central Lobby", "product_name": "Central Lobby", "osdi_version": "1.2.0", \
            "max_pagesize": 100, "namespace": "central_lobby", "_links": {"self": {"href": \
            "https://letters.example.org/osdi/v1/"}, "osdi:people": {"href": "https://letters.example.org/osdi/v1/people"}}}\
            """)
    record EntryPoint(
            String motd,
            @JsonProperty("vendor_name") String vendorName,
            @JsonProperty("product_name") String productName,
            @JsonProperty("osdi_version") String osdiVersion,
            @JsonProperty("max_pagesize") int maxPagesize,
            String namespace,
            @JsonProperty("_links") Map<String, Object> links) {}

    @GET
    @NeedsScope({Scope.CAMPAIGNS_READ, Scope.LETTERS_READ, Scope.SUPPORTERS_EXPORT, Scope.SUPPORTERS_WRITE})
    @Operation(
            operationId = "osdiEntryPoint",
            summary = "What there is, and where",
            description = "The key goes in OSDI-API-Token or in Authorization: Bearer.")
    public EntryPoint show() {
        var links = new LinkedHashMap<String, Object>();
        links.put("self", addresses.link(""));
        links.put("curies", addresses.curies());
        for (var collection : List.of("people", "advocacy_campaigns", "outreaches", "tags")) {
            links.put("osdi:" + collection, addresses.link(collection));
        }
        links.put("osdi:person_signup_helper", addresses.link("people/person_signup_helper"));
        return new EntryPoint(
                "Letters to MPs", Addresses.SYSTEM, Addresses.SYSTEM, "1.2.0", 100, Addresses.NAMESPACE, links);
    }

    /** Organisations keep their tags in their own systems; programs that ask for them find the right shape. */
    @GET
    @Path("/tags")
    @NeedsScope({Scope.CAMPAIGNS_READ, Scope.LETTERS_READ, Scope.SUPPORTERS_EXPORT, Scope.SUPPORTERS_WRITE})
    @Operation(operationId = "osdiTags", summary = "An empty collection: there are no tags here")
    public Tags tags(@BeanParam @Valid ListRequest request) {
        if (request.cursor() != null) {
            throw new Failure(
                    ProblemType.BAD_REQUEST, "There is one page of tags, and no cursor of ours leads to another.");
        }
        return new Tags(
                request.perPage(),
                Map.of("self", addresses.link("tags"), "curies", addresses.curies()),
                Map.of("osdi:tags", List.of()));
    }

    /** Always empty. */
    @Schema(example = """
            {"per_page": 25, "_links": {"self": {"href": "https://letters.example.org/osdi/v1/tags"}, "curies": [{"href": \
            "https://opensupporter.github.io/osdi-docs/{rel}.html", "name": "osdi", "templated": true}]}, "_embedded": \
            {"osdi:tags": []}}\
            """)
    record Tags(
            @JsonProperty("per_page") int perPage,
            @JsonProperty("_links") Map<String, Object> links,
            @JsonProperty("_embedded") Map<String, List<Object>> embedded) {}

    /** Which part of a collection is asked for; a {@code @BeanParam @Valid} of the resource's method. */
    record ListRequest(
            @QueryParam("per_page")
            @DefaultValue("25")
            @Min(value = 1, message = "Ask for at least 1 entry.") @Max(value = 100, message = "Ask for at most 100 entries.") int perPage,

            @QueryParam("page")
            @Min(value = 1, message = "Pages are counted from 1.") @Max(value = 400, message = "Follow the links \"next\" to get beyond page 400.") @Parameter(description = "The number of a page; following the links next is faster and misses nothing")
            @Nullable Integer page,

            @QueryParam("cursor") @Parameter(description = "Taken from a link next") @Nullable String cursor,

            @QueryParam("filter")
            @Parameter(
                    description = "For instance modified_date gt '2026-11-01T00:00:00Z'",
                    example = "modified_date gt '2026-11-01T00:00:00Z'")
            @Nullable String filter,

            @QueryParam("include_totals")
            @Parameter(description = "Count all entries, which takes a while; next leaves it out")
            boolean includeTotals) {
        Place after() {
            return cursor == null ? Place.START : Place.parse(cursor);
        }

        int offset() {
            return page == null || cursor != null ? 0 : (page - 1) * perPage;
        }
    }
}
