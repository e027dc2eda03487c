package org.centrallobby.lookup.parliament;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the Members API, whichever of the four kinds: a page of members, a search for constituencies, the contacts
 * of a member, who represented a constituency. Only what is needed of it: the lines of an address, which often is a home,
 * have no place here and so never become objects.
 */
record Answer(
        @Nullable List<@Nullable Item> items,
        @Nullable List<@Nullable Entry> value,
        @Nullable Integer totalResults,
        @Nullable List<@Nullable Link> links) {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(200_000)
                            .maxNumberLength(50)
                            .build())
                    // A message that quotes the answer may quote an address.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * @param label how the answer is called in messages
     * @throws ParliamentFailure if it is none
     */
    static Answer read(String label, byte[] content) {
        return read(label, content, new TypeReference<Answer>() {});
    }

    /** As {@link #read}, for an answer of another form. */
    static <T> T read(String label, byte[] content, TypeReference<T> form) {
        @Nullable T answer;
        try {
            answer = JSON.readValue(content, form);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new ParliamentFailure(
                    label,
                    "it is not whole JSON of the form that the API gives (line %d, column %d)"
                            .formatted(place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr()));
        } catch (IOException e) {
            throw new ParliamentFailure(label, "it cannot be read");
        }
        if (answer == null) {
            throw new ParliamentFailure(label, "it is empty");
        }
        return answer;
    }

    /** What an answer may be. */
    enum Kind {
        MEMBERS,
        CONSTITUENCIES,
        CONTACTS,
        REPRESENTATIONS,
        NONE
    }

    /** What the answer holds; where that is nothing, what its links say it was asked for. */
    Kind kind() {
        if (items != null) {
            var places = subjects().stream().anyMatch(subject -> subject.name() != null);
            return places || subjects().isEmpty() && linksTo("Constituency") ? Kind.CONSTITUENCIES : Kind.MEMBERS;
        }
        if (value == null) {
            return Kind.NONE;
        }
        var past = entries().stream().anyMatch(entry -> entry.representation() != null);
        return past || linksTo("Representation") ? Kind.REPRESENTATIONS : Kind.CONTACTS;
    }

    /** The members or constituencies of a page. */
    List<Subject> subjects() {
        return items == null
                ? List.of()
                : items.stream()
                        .filter(Objects::nonNull)
                        .map(Item::value)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The contacts or representations. */
    List<Entry> entries() {
        return value == null
                ? List.of()
                : value.stream().filter(Objects::nonNull).toList();
    }

    private boolean linksTo(String path) {
        return hrefs().stream().anyMatch(href -> href.contains(path));
    }

    /** Where the answer says it came from. */
    List<String> hrefs() {
        return links == null
                ? List.of()
                : links.stream()
                        .filter(Objects::nonNull)
                        .map(Link::href)
                        .filter(Objects::nonNull)
                        .toList();
    }

    @Override
    public String toString() {
        return "Answer[%s]".formatted(kind());
    }

    record Item(@Nullable Subject value) {}

    record Link(@Nullable String href) {}

    /** A member or a constituency. */
    record Subject(
            @Nullable Integer id,
            @Nullable String nameDisplayAs,
            @Nullable String nameFullTitle,
            @Nullable String nameAddressAs,
            @Nullable Party latestParty,
            @Nullable Membership latestHouseMembership,
            @Nullable String name,
            @Nullable String endDate,
            @Nullable Representation currentRepresentation) {
        @Override
        public String toString() {
            return "Subject[%d]".formatted(id);
        }
    }

    record Party(@Nullable String name) {}

    record Membership(
            @Nullable String membershipFrom,
            @Nullable Integer membershipFromId,
            @Nullable String house,
            @Nullable String membershipStartDate,
            @Nullable String membershipEndDate) {}

    record Representation(@Nullable Item member, @Nullable Membership representation) {}

    /** A way to reach a member, or a membership of the past. */
    record Entry(
            @Nullable Integer typeId,
            @Nullable String type,
            @Nullable Boolean isPreferred,
            @Nullable String email,
            @Nullable Membership representation) {
        @Override
        public String toString() {
            return "Entry[%d]".formatted(typeId);
        }
    }
}
