package org.centrallobby.lookup.parliament;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.centrallobby.lookup.parliament.Answer.Item;
import org.centrallobby.lookup.parliament.Answer.Subject;
import org.jspecify.annotations.Nullable;

/** The list of members, put together from its pages. Pages that do not fit each other are a failure. */
final class Roll {
    private static final Set<String> COMMONS = Set.of("1", "Commons");

    private final int seats;
    private final LocalDate today;
    private final Map<Integer, String> pageOf = new HashMap<>();
    private final List<Sitting> sitting = new ArrayList<>();
    private final List<LocalDate> ended = new ArrayList<>();
    private @Nullable Integer total;

    /** @param seats how many seats there are */
    Roll(int seats, LocalDate today) {
        this.seats = seats;
        this.today = today;
    }

    /** @throws ParliamentFailure if the page does not fit the earlier ones */
    void add(String page, Answer answer) {
        var items = answer.items();
        if (items == null || answer.totalResults() == null) {
            throw new ParliamentFailure(page, "it is no page of members");
        }
        count(page, answer.totalResults());
        if (!items.isEmpty() && items.stream().allMatch(this::known)) {
            throw new ParliamentFailure(page, "it repeats members of earlier pages and names no other");
        }
        items.forEach(item -> add(page, item == null ? null : item.value()));
    }

    /** How many members were read, those included whose membership has ended. */
    int read() {
        return pageOf.size();
    }

    /** How many there should be; 0 before the first page. */
    int total() {
        return total == null ? 0 : total;
    }

    /**
     * Who sits.
     *
     * @throws NobodySits if nobody does
     * @throws ParliamentFailure if pages are missing
     */
    List<Sitting> members() {
        if (total == null) {
            throw new ParliamentFailure("there is no page of members");
        }
        if (read() != total) {
            throw new ParliamentFailure(
                    "the pages of members", "they name %d of the %d that they count".formatted(read(), total));
        }
        if (sitting.isEmpty()) {
            throw new NobodySits(ended.stream().max(Comparator.naturalOrder()).orElse(null));
        }
        return List.copyOf(sitting);
    }

    private void count(String page, int counted) {
        if (counted < 0 || counted > seats) {
            throw new ParliamentFailure(page, "it counts %d members for %d seats".formatted(counted, seats));
        }
        if (total != null && total != counted) {
            throw new ParliamentFailure(page, "it counts %d members and an earlier page %d".formatted(counted, total));
        }
        total = counted;
    }

    private boolean known(@Nullable Item item) {
        return item != null
                && item.value() != null
                && pageOf.containsKey(item.value().id());
    }

    private void add(String page, @Nullable Subject member) {
        var membership = member == null ? null : member.latestHouseMembership();
        if (member == null || membership == null || member.id() == null || member.id() <= 0) {
            throw new ParliamentFailure(page, "an item is no member of a House");
        }
        int id = member.id();
        var earlier = pageOf.putIfAbsent(id, page);
        if (earlier != null) {
            throw new ParliamentFailure(page, "member %d is also on %s".formatted(id, earlier));
        }
        if (membership.house() != null && !COMMONS.contains(membership.house())) {
            throw new ParliamentFailure(page, "member %d sits in another House".formatted(id));
        }
        var end = Day.of(page, membership.membershipEndDate());
        if (Day.over(end, today)) {
            ended.add(Objects.requireNonNull(end));
            return;
        }
        var party = member.latestParty() == null ? null : member.latestParty().name();
        sitting.add(new Sitting(
                page,
                id,
                present(page, id, "seat", membership.membershipFrom()),
                present(page, id, "name", member.nameDisplayAs()),
                present(page, id, "full title", member.nameFullTitle()),
                member.nameAddressAs(),
                present(page, id, "party", party),
                Day.of(page, membership.membershipStartDate())));
    }

    private static String present(String page, int id, String what, @Nullable String text) {
        // The replacement character shows that the text was mangled on its way: better none than that.
        if (text == null || text.isBlank() || text.indexOf('\uFFFD') >= 0) {
            throw new ParliamentFailure(page, "the %s of member %d is missing or not readable".formatted(what, id));
        }
        return text;
    }
}
