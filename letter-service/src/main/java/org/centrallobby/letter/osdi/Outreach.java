package org.centrallobby.letter.osdi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A letter that its writer has confirmed, or has sent themselves: its delivery status is sent-by-writer then.
 *
 * @param subject with message only for keys that may read letters; both are left out once they are erased
 * @param invalidatedDate when it was found to be nobody's; left out for a letter that counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = Outreach.EXAMPLE)
record Outreach(
        List<String> identifiers,
        @JsonProperty("origin_system") String originSystem,
        @JsonProperty("created_date") Instant createdDate,
        @JsonProperty("modified_date") Instant modifiedDate,
        @JsonProperty("action_date") Instant actionDate,
        String type,
        @Nullable String subject,
        @Nullable String message,
        @JsonProperty("referrer_data") Referrer referrer,
        List<Target> targets,
        @JsonProperty("central_lobby:delivery_status") String deliveryStatus,

        @JsonProperty("central_lobby:invalidated_date") @Nullable Instant invalidatedDate,

        @JsonProperty("_links") Map<String, Object> links) {
    static final String EXAMPLE = """
            {"identifiers": ["central_lobby:01936f40-0000-7000-8000-000000000001"], "origin_system": "Central Lobby", \
            "created_date": "2026-11-24T10:15:30Z", "modified_date": "2026-11-24T10:20:00Z", "action_date": \
            "2026-11-24T10:17:02Z", "type": "email", "subject": "Our libraries", "message": \
            "I learned to read there.", "referrer_data": {"source": "whatsapp", "website": "www.example.org"}, \
            "targets": [{"title": "MP", "given_name": "Ms", "family_name": "Sample", "organization": "House of Commons", \
            "central_lobby:constituency": "E14001167"}], "central_lobby:delivery_status": "sent", "_links": {"self": {"href": \
            "https://letters.example.org/osdi/v1/outreaches/01936f40-0000-7000-8000-000000000001"}}}""";

    /** As the index has it: a letter that is found to be nobody's may take no step. */
    private static final String CHANGED = "greatest(l.state_since, l.invalidated_at)";

    private static final String COLUMNS = "l.id, " + CHANGED
            + " as changed_at, l.campaign, c.slug, l.written_at, l.confirmed_at, l.subject, l.body, l.site, l.channel,"
            + " l.member_name, l.constituency, l.state, l.invalidated_at, k.letter as consented";
    private static final String TABLE = "letter l join campaign c on c.id = l.campaign"
            + " left join consent k on k.letter = l.id and k.given and k.withdrawn_at is null and k.email is not null";
    private static final String CONFIRMED =
            "l.confirmed_at is not null and l.organisation = :organisation and l.mode = :mode and ";
    private static final Map<String, Filter.Field> FIELDS =
            Map.of("modified_date", new Filter.Field(CHANGED, Filter.Field.Kind.TIME));

    static final Source OF_CAMPAIGN = source(null, "l.campaign = :campaign");
    static final Source ONE = source(null, "l.id = :letter");
    static final Source ALL = source(
            "(select id from campaign where organisation = :organisation and mode = :mode) own", "l.campaign = own.id");

    private static Source source(@Nullable String each, String condition) {
        return new Source(
                each, "osdi:outreaches", COLUMNS, List.of(TABLE), CONFIRMED + condition, "l.id", CHANGED, FIELDS);
    }

    /**
     * Where the writer came from.
     *
     * @param source for instance {@code whatsapp}
     * @param website host of the page on which the letter was written
     * @param url the campaign's page here, if it was written there; of pages elsewhere only the host is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Referrer(
            @Nullable String source,
            @Nullable String website,
            @Nullable String url) {}

    /** The MP. @param constituency its GSS code */
    record Target(
            String title,
            @JsonProperty("given_name") String givenName,
            @JsonProperty("family_name") String familyName,
            String organization,
            @JsonProperty("central_lobby:constituency") String constituency) {}

    /** @param withText whether the caller may read it; @param withPerson whether the caller may know whose it is */
    static Outreach of(Tuple row, boolean withText, boolean withPerson, Addresses addresses) {
        var id = row.get("id", UUID.class);
        var links = new LinkedHashMap<String, Object>();
        links.put("self", addresses.link("outreaches", id));
        links.put("osdi:advocacy_campaign", addresses.link("advocacy_campaigns", row.get("campaign", UUID.class)));
        if (withPerson && row.get("consented") != null) {
            links.put("osdi:person", addresses.link("people", id));
        }
        var site = row.get("site", String.class);
        var member = java.util.Objects.requireNonNull(Name.of(row.get("member_name", String.class)));
        return new Outreach(
                Addresses.identifiers(id),
                Addresses.SYSTEM,
                row.get("written_at", Instant.class),
                row.get("changed_at", Instant.class),
                row.get("confirmed_at", Instant.class),
                "email",
                withText ? row.get("subject", String.class) : null,
                withText ? row.get("body", String.class) : null,
                new Referrer(
                        row.get("channel", String.class),
                        site,
                        addresses.isHere(site) ? addresses.campaignPage(row.get("slug", String.class)) : null),
                List.of(new Target(
                        "MP",
                        member.given(),
                        member.family(),
                        "House of Commons",
                        row.get("constituency", String.class))),
                row.get("state", String.class).toLowerCase(Locale.ROOT).replace('_', '-'),
                row.get("invalidated_at", Instant.class),
                links);
    }

    @Override
    public String toString() {
        return "Outreach" + identifiers;
    }
}
