package org.centrallobby.lookup.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.centrallobby.lookup.constituency.FoldedName;
import org.centrallobby.lookup.member.Member;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The House in the form that civic projects exchange people in, see popoloproject.com: who they are, for which party they
 * sit, and for which constituency (by its GSS code). That form has no place for addresses.
 */
@Schema(name = "Popolo")
record Popolo(List<Person> persons, List<Organization> organizations, List<Membership> memberships) {
    private static final String COMMONS = "house-of-commons";

    /** @param identifiers the id at the UK Parliament, under the scheme that others know it by */
    @Schema(name = "PopoloPerson")
    record Person(String id, List<Name> names, List<Identifier> identifiers) {}

    /** Sources do not say which part of a name is the family's, so that form's note for names as they stand is used. */
    @Schema(name = "PopoloName")
    record Name(String name, String note) {}

    @Schema(name = "PopoloIdentifier")
    record Identifier(String scheme, String identifier) {}

    /** @param classification {@code chamber} or {@code party} */
    @Schema(name = "PopoloOrganization")
    record Organization(String id, String name, String classification) {}

    /** That somebody sits. */
    @Schema(name = "PopoloMembership")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Membership(
            String id,
            @JsonProperty("person_id") String personId,
            @JsonProperty("organization_id") String organizationId,
            @JsonProperty("on_behalf_of_id") String onBehalfOfId,
            String role,
            String label,
            List<Identifier> identifiers,
            @JsonProperty("start_date") @Nullable LocalDate startDate) {}

    static Popolo of(Collection<Representation> seats) {
        var filled =
                seats.stream().filter(seat -> House.memberOf(seat).isPresent()).toList();
        var parties = new TreeMap<String, Organization>();
        filled.stream()
                .flatMap(seat -> House.memberOf(seat).stream())
                .forEach(
                        member -> parties.put(party(member), new Organization(party(member), member.party(), "party")));
        parties.put(COMMONS, new Organization(COMMONS, "House of Commons", "chamber"));
        return new Popolo(
                filled.stream().map(Popolo::person).toList(),
                List.copyOf(parties.values()),
                filled.stream().map(Popolo::membership).toList());
    }

    private static Person person(Representation seat) {
        var member = House.memberOf(seat).orElseThrow();
        return new Person(
                id(member),
                List.of(new Name(member.name(), "Alternate")),
                List.of(new Identifier("datadotparl_id", Integer.toString(member.id()))));
    }

    private static Membership membership(Representation seat) {
        var member = House.memberOf(seat).orElseThrow();
        var place = seat.constituency();
        return new Membership(
                "%s/%s".formatted(id(member), place.code()),
                id(member),
                COMMONS,
                party(member),
                "MP",
                "MP for " + place.name(),
                List.of(new Identifier("gss", place.code())),
                seat.seat().since());
    }

    private static String id(Member member) {
        return "uk.parliament/member/%d".formatted(member.id());
    }

    /** Lower case, digits and hyphens. */
    private static String party(Member member) {
        return FoldedName.of(member.party()).text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
