package org.centrallobby.letter.osdi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a collection, in the shape of HAL. Of each collection there is a type that brings the document's example of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
class Listing<T> {
    private static final String EXAMPLE_UP_TO_PATH =
            "{\"per_page\": 25, \"_links\": {\"self\": {\"href\": \"https://letters.example.org/osdi/v1/";

    @JsonProperty("per_page")
    final int perPage;

    /** Its number, where it was asked for by number. */
    @JsonProperty
    final @Nullable Integer page;

    /** Only where totals were asked for, as {@code totalRecords}. */
    @JsonProperty("total_pages")
    final @Nullable Long totalPages;

    @JsonProperty("total_records")
    final @Nullable Long totalRecords;

    @JsonProperty("_links")
    final Map<String, Object> links;

    /** The relation of the collection and its entries; there also where the page is empty, as programs look for it. */
    @JsonProperty("_embedded")
    final Map<String, List<T>> embedded;

    Listing(
            int perPage,
            @Nullable Integer page,
            @Nullable Long totalRecords,
            Map<String, Object> links,
            Map<String, List<T>> embedded) {
        this.perPage = perPage;
        this.page = page;
        this.totalPages = totalRecords == null ? null : (totalRecords + perPage - 1) / perPage;
        this.totalRecords = totalRecords;
        this.links = links;
        this.embedded = embedded;
    }

    private Listing(Listing<T> same) {
        this(same.perPage, same.page, same.totalRecords, same.links, same.embedded);
    }

    @Schema(
            name = "ListingOfCampaigns",
            example = EXAMPLE_UP_TO_PATH + "advocacy_campaigns?per_page=25\"}}, \"_embedded\": "
                    + "{\"osdi:advocacy_campaigns\": [" + OsdiCampaign.EXAMPLE + "]}}")
    static final class OfCampaigns extends Listing<OsdiCampaign> {
        OfCampaigns(Listing<OsdiCampaign> same) {
            super(same);
        }
    }

    @Schema(
            name = "ListingOfPeople",
            example = EXAMPLE_UP_TO_PATH + "people?per_page=25\"}}, \"_embedded\": {\"osdi:people\": ["
                    + OsdiPerson.EXAMPLE + "]}}")
    static final class OfPeople extends Listing<OsdiPerson> {
        OfPeople(Listing<OsdiPerson> same) {
            super(same);
        }
    }

    @Schema(
            name = "ListingOfOutreaches",
            example = EXAMPLE_UP_TO_PATH
                    + "people/01936f40-0000-7000-8000-000000000001/outreaches?per_page=25\"}}, \"_embedded\": "
                    + "{\"osdi:outreaches\": [" + Outreach.EXAMPLE + "]}}")
    static final class OfOutreaches extends Listing<Outreach> {
        OfOutreaches(Listing<Outreach> same) {
            super(same);
        }
    }
}
