package org.centrallobby.lookup.parliament;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.fetch.Deadline;
import org.centrallobby.lookup.fetch.FetchFailed;
import org.centrallobby.lookup.fetch.PoliteClient;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.ContactKind;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.time.Westminster;
import org.jspecify.annotations.Nullable;

/** Who holds the seats, as Parliament says: all of them, or a failure that says why not. */
@ApplicationScoped
public class ParliamentSeats {
    /** Offices are less than members: they may not use up the time of the whole refresh. */
    private static final Duration POSTS_WITHIN = Duration.ofMinutes(5);

    private final ParliamentConfig config;
    private final PoliteClient client;
    private final ContactStore store;
    private final InstantSource clock;

    ParliamentSeats(ParliamentConfig config, PoliteClient client, ContactStore store, InstantSource clock) {
        this.config = config;
        this.client = client;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Asks Parliament's API. That takes minutes, so no transaction should be open; what has come of the addresses when
     * it fails is kept for the next time. Where only the lists of posts cannot be had, the answer says so and is whole
     * otherwise. Only one may run at a time in the whole fleet.
     *
     * @throws NobodySits if it looks as if Parliament were dissolved
     * @throws ParliamentFailure if the answers cannot be had or do not fit
     */
    public ParliamentAnswer fetch(Boundaries boundaries, Progress progress) {
        var deadline = Deadline.in(config.deadline());
        var api = new MembersApi(client, config.url(), deadline, today());
        var roll = api.roll(boundaries.all().size(), progress);
        var seating = Seating.of(roll.members(), boundaries);
        var seats = new TreeMap<String, Seat>();
        seating.unclaimed().forEach(constituency -> seats.put(constituency.code(), api.vacant(constituency)));

        var contacts = new HashMap<Integer, Contact>();
        config.addressesUrl().ifPresent(url -> {
            try {
                contacts.putAll(
                        AddressBook.read("the addresses of all members", client.get(url, "application/xml", deadline)));
            } catch (FetchFailed e) {
                throw new ParliamentFailure("the addresses of all members", String.valueOf(e.getMessage()));
            }
        });
        contacts.putAll(store.since(clock.instant().minus(config.addressAge())));
        var missing = seating.members().values().stream()
                .map(Sitting::id)
                .filter(member -> !contacts.containsKey(member))
                .toList();
        var total = roll.total() + (roll.total() + MembersApi.PAGE - 1) / MembersApi.PAGE;
        contacts.putAll(new ContactRound(api, store, clock)
                .ask(missing, done -> progress.at(total - missing.size() + done, total)));
        progress.at(total, total);
        var notes = new ArrayList<String>();
        var posts = posts(deadline, notes);
        store.clear();
        return answer(seating, seats, contacts, posts, notes);
    }

    private @Nullable Posts posts(Deadline deadline, List<String> notes) {
        try {
            return new MembersApi(client, config.url(), Deadline.in(deadline.atMost(POSTS_WITHIN)), today()).posts();
        } catch (ParliamentFailure e) {
            notes.add("the offices could not be had, so members keep those they had: %s".formatted(e.getMessage()));
            return null;
        }
    }

    /**
     * Reads answers of the API that someone saved, for a service that may not ask itself: pages of members and contacts,
     * searches for constituencies and representations where seats are vacant, the older API's addresses, lists of posts.
     * Without a list of posts nobody holds an office.
     *
     * @param path a folder, or a ZIP
     * @throws NobodySits if it looks as if Parliament were dissolved
     * @throws ParliamentFailure if the answers do not fit
     */
    public ParliamentAnswer read(Path path, Boundaries boundaries) {
        var saved = SavedAnswers.read(path, boundaries.all().size(), today());
        var seating = Seating.of(saved.roll().members(), boundaries);
        var seats = new TreeMap<String, Seat>();
        seating.unclaimed().forEach(constituency -> seats.put(constituency.code(), saved.vacant(constituency)));

        var contacts = saved.contacts();
        var notes = new ArrayList<String>();
        var unsaved = seating.members().values().stream()
                .filter(member -> !contacts.containsKey(member.id()))
                .count();
        var unconfirmed = seating.unclaimed().stream()
                .filter(constituency -> !saved.confirms(constituency))
                .count();
        note(notes, unsaved, "members whose contacts are not among the files");
        note(notes, unconfirmed, "vacant seats without a saved search that says so");
        note(notes, saved.others(), "files that hold something else");
        if (saved.posts().isEmpty()) {
            notes.add("no list of posts is among the files, so nobody holds an office");
        }
        return answer(seating, seats, contacts, saved.posts(), notes);
    }

    private static void note(List<String> notes, long count, String what) {
        if (count > 0) {
            notes.add("%s: %d".formatted(what, count));
        }
    }

    private static ParliamentAnswer answer(
            Seating seating,
            Map<String, Seat> seats,
            Map<Integer, Contact> contacts,
            @Nullable Posts posts,
            List<String> notes) {
        seating.members()
                .forEach((code, member) -> seats.put(
                        code,
                        member.seat(
                                contacts.getOrDefault(member.id(), Contact.NONE),
                                posts == null ? List.of() : posts.of(member.id()))));
        if (!seating.unclaimed().isEmpty()) {
            notes.add("vacant: "
                    + String.join(
                            ", ",
                            seating.unclaimed().stream().map(Constituency::name).toList()));
        }
        var withoutContact = (int) seating.members().values().stream()
                .filter(member ->
                        contacts.getOrDefault(member.id(), Contact.NONE).kind() == ContactKind.NONE)
                .count();
        return new ParliamentAnswer(seats, withoutContact, posts != null, List.copyOf(notes));
    }

    private LocalDate today() {
        return Westminster.day(clock.instant());
    }
}
