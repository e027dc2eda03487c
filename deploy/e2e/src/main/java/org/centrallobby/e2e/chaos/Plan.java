package org.centrallobby.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The faults of a run: the same for the same seed and length, whatever the machine is at. Faults of different parts overlap
 * as it happens; a part that has just had one is left alone for a moment.
 */
record Plan(List<Fault> faults) {
    /** Longer than a sender's lease, so that others take over what it had in hand. */
    private static final Duration SHORTEST_LONG_PAUSE = Duration.ofSeconds(Stage.LEASE_SECONDS + 2L);

    private static final Duration FIRST = Duration.ofSeconds(3);

    /** Up to this length the faults come thick and fast, so that every kind has its turn. */
    private static final Duration SHORT = Duration.ofMinutes(5);

    private static final List<Card> DECK = deck();

    /** A fault whose moment and length are still open. */
    private record Card(Target target, FaultKind kind) {}

    static Plan of(long seed, Duration length) {
        var random = new Random(seed);
        var spacing = length.compareTo(SHORT) <= 0 ? 3_000 : 8_000;
        var faults = new ArrayList<Fault>();
        var free = new EnumMap<Target, Duration>(Target.class);
        var cards = new ArrayList<Card>();
        for (var at = FIRST; at.compareTo(length) < 0; at = at.plusMillis(spacing + random.nextInt(spacing))) {
            // Each kind has its turn before any has another.
            if (cards.isEmpty()) {
                cards.addAll(DECK);
                Collections.shuffle(cards, random);
            }
            var card = cards.removeLast();
            var fault = fault(later(at, free.getOrDefault(card.target(), at)), card, random);
            if (fault.end().compareTo(length) <= 0) {
                faults.add(fault);
                free.put(card.target(), fault.end().plus(card.target().recovery()));
            }
        }
        faults.sort(Comparator.comparing(Fault::at));
        return new Plan(List.copyOf(faults));
    }

    private static Fault fault(Duration at, Card card, Random random) {
        var length = switch (card.kind()) {
            case KILL -> millis(random, 500, 6_000);
            case RESTART -> millis(random, 0, 1_000);
            case PAUSE ->
                random.nextBoolean()
                        ? millis(random, 1_000, 4_000)
                        : SHORTEST_LONG_PAUSE.plus(millis(random, 0, 7_000));
            case SKEW -> millis(random, 15_000, 40_000);
            default -> millis(random, 4_000, 6_000);
        };
        var skew = card.kind() == FaultKind.SKEW
                ? Duration.ofSeconds(30 + random.nextInt(870)).multipliedBy(random.nextBoolean() ? 1 : -1)
                : Duration.ZERO;
        return new Fault(at, card.target(), card.kind(), length, skew);
    }

    private static List<Card> deck() {
        var processes = EnumSet.complementOf(EnumSet.of(Target.RELAY));
        var ofProcesses = Stream.of(FaultKind.KILL, FaultKind.PAUSE, FaultKind.RESTART)
                .flatMap(kind -> processes.stream().map(target -> new Card(target, kind)));
        var ofClocks = Stream.of(Target.LETTERS, Target.MAIL_ONE, Target.MAIL_TWO)
                .map(target -> new Card(target, FaultKind.SKEW));
        var ofRelay = EnumSet.range(FaultKind.REFUSE_CONNECTIONS, FaultKind.DROP_AFTER_TAKING).stream()
                .map(kind -> new Card(Target.RELAY, kind));
        return Stream.of(ofProcesses, ofClocks, ofRelay).flatMap(cards -> cards).toList();
    }

    private static Duration millis(Random random, int least, int more) {
        return Duration.ofMillis(least + random.nextInt(more));
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The plan for people, a fault a line. */
    String text() {
        return faults.stream().map(Fault::text).collect(Collectors.joining("\n"));
    }
}
