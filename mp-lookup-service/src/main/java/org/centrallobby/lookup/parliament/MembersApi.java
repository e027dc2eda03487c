package org.centrallobby.lookup.parliament;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.FoldedName;
import org.centrallobby.lookup.fetch.Deadline;
import org.centrallobby.lookup.fetch.FetchFailed;
import org.centrallobby.lookup.fetch.PoliteClient;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.seat.Seat;
import org.jspecify.annotations.Nullable;

/** The Members API of the UK Parliament, within one refresh. */
final class MembersApi {
    /** The API gives no more at once. */
    static final int PAGE = 20;

    /** There are about thirty departments of the government that hold posts. */
    private static final int MOST_DEPARTMENTS = 150;

    private static final String JSON = "application/json";

    private final PoliteClient client;
    private final URI url;
    private final Deadline deadline;
    private final LocalDate today;

    MembersApi(PoliteClient client, URI url, Deadline deadline, LocalDate today) {
        this.client = client;
        this.url = url;
        this.deadline = deadline;
        this.today = today;
    }

    /** Fetches the pages of members until all are read that they count. */
    Roll roll(int seats, Progress progress) {
        var roll = new Roll(seats, today);
        for (var page = 1; ; page++) {
            var before = roll.read();
            var label = "page %d of the members".formatted(page);
            roll.add(
                    label,
                    get(
                            label,
                            "/api/Members/Search?House=1&IsCurrentMember=true&skip=%d&take=%d"
                                    .formatted(before, PAGE)));
            var pages = (roll.total() + PAGE - 1) / PAGE;
            progress.at(page, pages + roll.total());
            if (roll.read() >= roll.total() || roll.read() == before) {
                return roll;
            }
        }
    }

    /** How a member is reached; empty where the API does not know of contacts at all. */
    Optional<Contact> contact(int member) {
        var label = "the contacts of member %d".formatted(member);
        var answer = find(label, "/api/Members/%d/Contact".formatted(member));
        return answer.map(found -> {
            if (found.value() == null) {
                throw new ParliamentFailure(label, "it is no list of contacts");
            }
            return PublishedAddress.choose(found);
        });
    }

    /**
     * Who holds which post. Without a department the API tells only of the cabinet and the shadow cabinet, so each
     * department is asked about.
     *
     * @throws ParliamentFailure if one of the lists cannot be had, or nobody is on them
     */
    Posts posts() {
        var list = "the departments";
        var departments = bytes(list, "/api/Reference/Departments")
                .map(content -> Posts.departments(list, content))
                .orElseThrow(() -> unknown(list));
        if (departments.size() > MOST_DEPARTMENTS) {
            throw new ParliamentFailure(list, "they are more than %d".formatted(MOST_DEPARTMENTS));
        }
        var posts = new Posts(today);
        for (var side : List.of("GovernmentPosts", "OppositionPosts")) {
            var label = "the list %s".formatted(side);
            posts.add(label, bytes(label, "/api/Posts/" + side).orElseThrow(() -> unknown(label)));
            for (var department : departments) {
                var part = "%s of department %d".formatted(label, department);
                bytes(part, "/api/Posts/%s?departmentId=%d".formatted(side, department))
                        .ifPresent(content -> posts.add(part, content));
            }
        }
        if (posts.isEmpty()) {
            throw new ParliamentFailure("the lists of posts", "nobody is on them");
        }
        return posts;
    }

    /**
     * The seat of which the pages name nobody.
     *
     * @throws ParliamentFailure if the API names a member all the same, or does not know the seat
     */
    Seat vacant(Constituency constituency) {
        var label = "the search for %s".formatted(constituency.name());
        var place = Stream.of(constituency.name(), FoldedName.unaccented(constituency.name()), constituency.nameCy())
                .filter(Objects::nonNull)
                .distinct()
                .map(name -> get(
                        label,
                        "/api/Location/Constituency/Search?searchText=%s&skip=0&take=%d"
                                .formatted(encoded(name), PAGE)))
                .flatMap(answer -> Place.find(label, constituency, answer.subjects(), today).stream())
                .findFirst()
                .orElseThrow(() -> new ParliamentFailure(label, "Parliament knows no seat of that name"));
        if (place.held()) {
            throw new ParliamentFailure(label, "it names a member who is on none of the pages of members");
        }
        return Seat.vacant(since(place));
    }

    private @Nullable LocalDate since(Place place) {
        var label = "the representations of constituency %d".formatted(place.id());
        return find(label, "/api/Location/Constituency/%d/Representations".formatted(place.id()))
                .map(answer -> Place.lastEnd(label, answer.entries()))
                .orElse(null);
    }

    private Answer get(String label, String path) {
        return find(label, path).orElseThrow(() -> unknown(label));
    }

    private static ParliamentFailure unknown(String label) {
        return new ParliamentFailure(label, "the API does not know it");
    }

    private Optional<Answer> find(String label, String path) {
        return bytes(label, path).map(content -> Answer.read(label, content));
    }

    private Optional<byte[]> bytes(String label, String path) {
        try {
            return Optional.of(client.get(URI.create(base() + path), JSON, deadline));
        } catch (FetchFailed e) {
            if (e.status().orElse(0) == 404) {
                return Optional.empty();
            }
            throw new ParliamentFailure(label, String.valueOf(e.getMessage()));
        }
    }

    private String base() {
        var text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
