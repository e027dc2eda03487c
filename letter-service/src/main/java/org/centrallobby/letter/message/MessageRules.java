package org.centrallobby.letter.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centrallobby.letter.lookup.Seat;

/** A campaign's rules in their order: the first one that speaks of a seat decides. Without any, everyone gets the main letter. */
public record MessageRules(List<MessageRule> rules) {
    private static final MessageRule MAIN = new MessageRule("", SeatFilter.EVERY, Outcome.LETTER, null, null, null);

    public MessageRules {
        rules = List.copyOf(rules);
    }

    /**
     * The rule that decides what the seat is written; empty where none speaks of it.
     *
     * @param on the names of the uploaded lists on which the seat is
     */
    public Optional<MessageRule> decide(Seat seat, Set<String> on) {
        return rules.isEmpty()
                ? Optional.of(MAIN)
                : rules.stream().filter(rule -> rule.when().speaksOf(seat, on)).findFirst();
    }

    /** The names of the lists that rules look at. */
    public Set<String> lists() {
        return rules.stream()
                .flatMap(rule -> rule.when().lists().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rules that decide nothing for any of the seats. */
    public List<MessageRule> idle(List<Seat> seats, Function<Seat, Set<String>> on) {
        var deciding = seats.stream()
                .flatMap(seat -> decide(seat, on.apply(seat)).stream())
                .collect(Collectors.toSet());
        return rules.stream().filter(rule -> !deciding.contains(rule)).toList();
    }
}
