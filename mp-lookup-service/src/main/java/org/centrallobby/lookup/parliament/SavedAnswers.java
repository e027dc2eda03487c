package org.centrallobby.lookup.parliament;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.parliament.Answer.Entry;
import org.centrallobby.lookup.parliament.Answer.Subject;
import org.centrallobby.lookup.seat.Seat;

/** Answers of Parliament that someone saved as files, of any names; what each is, its content says. */
final class SavedAnswers {
    private static final Pattern CONTACTS_OF = Pattern.compile("/Members/(\\d{1,9})/Contact", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** A text's first characters; a byte order mark and blanks may stand before what it begins with. */
    private static final int BEGINNING = 1_000;

    private final LocalDate today;
    private final Roll roll;
    private final Map<Integer, Contact> single = new HashMap<>();
    private final Map<Integer, Contact> book = new HashMap<>();
    private final List<Subject> places = new ArrayList<>();
    private final List<Entry> representations = new ArrayList<>();
    private final Posts posts;
    private int others;

    private SavedAnswers(int seats, LocalDate today) {
        this.today = today;
        this.roll = new Roll(seats, today);
        this.posts = new Posts(today);
    }

    /** @throws ParliamentFailure if one of the files cannot be used */
    static SavedAnswers read(Path path, int seats, LocalDate today) {
        var answers = new SavedAnswers(seats, today);
        SavedFiles.each(path, answers::take);
        return answers;
    }

    Roll roll() {
        return roll;
    }

    /** How members are reached; those of whom nothing was saved are left out. */
    Map<Integer, Contact> contacts() {
        var contacts = new HashMap<>(book);
        contacts.putAll(single);
        return contacts;
    }

    /** Who holds which post; empty if no list of posts was saved. */
    Posts posts() {
        return posts;
    }

    /** How many files hold something else. */
    int others() {
        return others;
    }

    /** Whether a saved search tells the state of the seat. */
    boolean confirms(Constituency constituency) {
        return Place.find("the searches", constituency, places, today).isPresent();
    }

    /**
     * The seat of which the pages name nobody. Where no search for it was saved, that is taken for a vacancy: the pages
     * are complete.
     *
     * @throws ParliamentFailure if a search names a member all the same
     */
    Seat vacant(Constituency constituency) {
        var label = "the search for %s".formatted(constituency.name());
        var place = Place.find(label, constituency, places, today);
        if (place.isPresent() && place.get().held()) {
            throw new ParliamentFailure(label, "it names a member who is on none of the pages of members");
        }
        return Seat.vacant(place.map(found -> Place.lastEnd(label, representationsOf(found)))
                .orElse(null));
    }

    private List<Entry> representationsOf(Place place) {
        return representations.stream()
                .filter(entry -> entry.representation() != null
                        && entry.representation().membershipFromId() != null
                        && entry.representation().membershipFromId() == place.id())
                .toList();
    }

    private void take(String file, byte[] content) {
        var beginning = new String(content, 0, Math.min(BEGINNING, content.length), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        if (beginning.startsWith("{")) {
            take(file, Answer.read(file, content));
        } else if (beginning.startsWith("<") && beginning.contains("<Members")) {
            AddressBook.read(file, content).forEach((member, contact) -> put(file, book, member, contact));
        } else if (beginning.startsWith("[")) {
            others += posts.add(file, content) ? 0 : 1;
        } else {
            others++;
        }
    }

    private void take(String file, Answer answer) {
        switch (answer.kind()) {
            case MEMBERS -> roll.add(file, answer);
            case CONSTITUENCIES -> places.addAll(answer.subjects());
            case REPRESENTATIONS -> representations.addAll(answer.entries());
            case CONTACTS -> put(file, single, member(file, answer), PublishedAddress.choose(answer));
            case NONE -> others++;
        }
    }

    private static void put(String file, Map<Integer, Contact> contacts, int member, Contact contact) {
        var other = contacts.put(member, contact);
        if (other != null && !other.equals(contact)) {
            throw new ParliamentFailure(file, "another file tells other contacts of member %d".formatted(member));
        }
    }

    /** Whose contacts these are: the answer's links say it, or the last number in the file's name. */
    private static int member(String file, Answer answer) {
        var linked = answer.hrefs().stream()
                .flatMap(href -> CONTACTS_OF.matcher(href).results())
                .map(found -> found.group(1))
                .findFirst();
        var named = NUMBER.matcher(file).results().map(MatchResult::group).reduce((first, last) -> last);
        return Integer.parseInt(linked.or(() -> named)
                .orElseThrow(() ->
                        new ParliamentFailure(file, "neither its links nor its name say whose contacts it holds")));
    }
}
