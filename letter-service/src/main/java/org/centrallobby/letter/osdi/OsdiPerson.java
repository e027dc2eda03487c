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
 * Somebody who agreed to hear from the organisation, once for each time that they did. Of who took it back there is only what
 * other systems need to see whom they may not write to any more: identifiers and the status, no name and no address.
 *
 * @param givenName left out with familyName for who took it back; where people typed one name only: all of it but its last word
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = OsdiPerson.EXAMPLE)
record OsdiPerson(
        List<String> identifiers,
        @JsonProperty("origin_system") String originSystem,
        @JsonProperty("created_date") Instant createdDate,
        @JsonProperty("modified_date") Instant modifiedDate,
        @JsonProperty("given_name") @Nullable String givenName,
        @JsonProperty("family_name") @Nullable String familyName,
        @JsonProperty("email_addresses") List<Email> emailAddresses,
        @JsonProperty("central_lobby:consent") @Nullable Consent consent,
        @JsonProperty("_links") Map<String, Object> links) {
    static final String EXAMPLE = """
            {"identifiers": ["central_lobby:01936f40-0000-7000-8000-000000000001"], "origin_system": "Central Lobby", \
            "created_date": "2026-11-24T10:17:02Z", "modified_date": "2026-11-24T10:17:02Z", "given_name": "Ann", \
            "family_name": "Writer", "email_addresses": [{"primary": true, "address": "ann@constituent.example", \
            "status": "subscribed"}], "central_lobby:consent": {"mode": "opt-in", "wording": "Write to me about this.", \
            "given_at": "2026-11-24T10:15:30Z"}, "_links": {"self": {"href": \
            "https://letters.example.org/osdi/v1/people/01936f40-0000-7000-8000-000000000001"}}}""";

    static final Source SOURCE = new Source(
            null,
            "osdi:people",
            "p.id, p.modified_at, p.created_at, p.campaign, p.name, p.given_name, p.family_name, p.email, p.consent_mode,"
                    + " p.wording, p.source, p.consented_at",
            List.of("consenting_writer p", "consenting_supporter p", "withdrawn_writer p", "withdrawn_supporter p"),
            "p.organisation = :organisation and p.mode = :mode",
            "p.id",
            "p.modified_at",
            new java.util.TreeMap<>(Map.of(
                    "modified_date", new Filter.Field("p.modified_at", Filter.Field.Kind.TIME),
                    "email_address", new Filter.Field("lower(p.email)", Filter.Field.Kind.EMAIL))));

    /**
     * @param address null where it is kept no longer
     * @param status subscribed or unsubscribed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Email(boolean primary, @Nullable String address, String status) {
        @Override
        public String toString() {
            return "Email[***]";
        }
    }

    /**
     * What proves that the organisation may write to them.
     *
     * @param mode how they were asked here; left out for who came from another system
     * @param source where they agreed; left out for who did here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Consent(
            @Nullable String mode,
            String wording,
            @Nullable String source,
            @JsonProperty("given_at") Instant givenAt) {}

    /** @param others what other systems call them */
    static OsdiPerson of(Tuple row, List<String> others, Addresses addresses) {
        var id = row.get("id", UUID.class);
        var identifiers = new java.util.ArrayList<>(Addresses.identifiers(id));
        identifiers.addAll(others);
        var email = row.get("email", String.class);
        return email == null
                ? unsubscribed(row, identifiers, addresses.link("people", id))
                : subscribed(row, identifiers, email, addresses);
    }

    private static OsdiPerson unsubscribed(Tuple row, List<String> identifiers, Link self) {
        return new OsdiPerson(
                identifiers,
                Addresses.SYSTEM,
                row.get("created_at", Instant.class),
                row.get("modified_at", Instant.class),
                null,
                null,
                List.of(new Email(true, null, "unsubscribed")),
                null,
                Map.of("self", self));
    }

    private static OsdiPerson subscribed(Tuple row, List<String> identifiers, String email, Addresses addresses) {
        var id = row.get("id", UUID.class);
        var name = Name.of(row.get("name", String.class));
        var links = new LinkedHashMap<String, Object>();
        links.put("self", addresses.link("people", id));
        links.put("osdi:outreaches", addresses.link("people/" + id + "/outreaches"));
        var campaign = row.get("campaign", UUID.class);
        if (campaign != null) {
            links.put(Addresses.NAMESPACE + ":advocacy_campaign", addresses.link("advocacy_campaigns", campaign));
        }
        var mode = row.get("consent_mode", String.class);
        return new OsdiPerson(
                identifiers,
                Addresses.SYSTEM,
                row.get("created_at", Instant.class),
                row.get("modified_at", Instant.class),
                name == null ? row.get("given_name", String.class) : name.given(),
                name == null ? row.get("family_name", String.class) : name.family(),
                List.of(new Email(true, email, "subscribed")),
                new Consent(
                        mode == null ? null : mode.toLowerCase(Locale.ROOT).replace('_', '-'),
                        row.get("wording", String.class),
                        row.get("source", String.class),
                        row.get("consented_at", Instant.class)),
                links);
    }

    /** Whether the organisation may write to them. */
    boolean mayBeWrittenTo() {
        return consent != null;
    }

    @Override
    public String toString() {
        return "OsdiPerson" + identifiers;
    }
}
