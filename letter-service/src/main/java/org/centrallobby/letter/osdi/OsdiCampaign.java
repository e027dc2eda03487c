package org.centrallobby.letter.osdi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.centrallobby.letter.campaign.Campaign;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign. */
@Schema(example = OsdiCampaign.EXAMPLE)
record OsdiCampaign(
        List<String> identifiers,
        @JsonProperty("origin_system") String originSystem,
        @JsonProperty("created_date") Instant createdDate,
        @JsonProperty("modified_date") Instant modifiedDate,
        String name,
        String title,
        String summary,
        String type,
        @JsonProperty("browser_url") String browserUrl,
        @JsonProperty("central_lobby:state") String state,
        @JsonProperty("_links") Map<String, Link> links) {
    static final String EXAMPLE = """
            {"identifiers": ["central_lobby:01936f30-0000-7000-8000-000000000001"], "origin_system": "Central Lobby", \
            "created_date": "2026-11-23T10:15:30Z", "modified_date": "2026-11-23T10:15:30Z", "name": "library-hours", \
            "title": "Keep our libraries open", "summary": "Opening hours have been halved.", "type": "email", \
            "browser_url": "https://letters.example.org/c/library-hours", "central_lobby:state": "live", "_links": {"self": \
            {"href": "https://letters.example.org/osdi/v1/advocacy_campaigns/01936f30-0000-7000-8000-000000000001"}}}""";

    static final Source SOURCE = new Source(
            null,
            "osdi:advocacy_campaigns",
            "c.id, c.updated_at",
            List.of("campaign c"),
            "c.organisation = :organisation and c.mode = :mode",
            "c.id",
            "c.updated_at",
            Map.of("modified_date", new Filter.Field("c.updated_at", Filter.Field.Kind.TIME)));

    static OsdiCampaign of(Campaign campaign, Addresses addresses) {
        return new OsdiCampaign(
                Addresses.identifiers(campaign.id()),
                Addresses.SYSTEM,
                campaign.createdAt(),
                campaign.updatedAt(),
                campaign.slug(),
                campaign.title(),
                campaign.introduction(campaign.language()),
                "email",
                addresses.campaignPage(campaign.slug()),
                campaign.state().name().toLowerCase(Locale.ROOT),
                Map.of(
                        "self", addresses.link("advocacy_campaigns", campaign.id()),
                        "osdi:outreaches", addresses.link("advocacy_campaigns/" + campaign.id() + "/outreaches")));
    }
}
