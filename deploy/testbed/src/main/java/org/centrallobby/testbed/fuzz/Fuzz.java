package org.centrallobby.testbed.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.ApiOperation;
import org.jspecify.annotations.Nullable;

/**
 * Odd requests to every operation, by a seed: {@code -Dfuzz.seed=7} begins with another than 1, {@code -Dfuzz.minutes=30} goes
 * on with the seeds that follow until that time is over. Requests go one after the other, so that the same seed does the same.
 */
public final class Fuzz {
    private static final int REQUESTS_PER_OPERATION = 24;
    private static final int MOST_FINDINGS = 60;

    /** What a service's test knows of it. */
    public interface Subject {
        /** Makes new things: those of the last round may be gone. */
        void begin();

        /** The operation's path with things that are there for its parameters. */
        String filled(ApiOperation operation);

        /** What opens the operation; null where nothing is needed. */
        @Nullable String key(ApiOperation operation);

        /** Ids, names and the like of somebody else, which are in no answer. */
        Collection<String> strange();

        /** Whether it is for somebody who sees and may do everything; these come last, as they may leave nothing to others. */
        default boolean isTheOperators(ApiOperation operation) {
            return false;
        }

        /** Whether its refusals quote what was sent, as it is a file and long. */
        default boolean quotes(ApiOperation operation) {
            return false;
        }

        /** Whether it answers people, with a page, and not programs. */
        default boolean isPage(ApiOperation operation) {
            return false;
        }
    }

    private final ApiDocument document;
    private final Wire wire;
    private final Subject subject;
    private final Map<String, String> findings = new LinkedHashMap<>();
    private long seed;
    private final Map<Integer, Integer> statuses = new java.util.TreeMap<>();

    /** @param base where the service is, for instance {@code http://localhost:8080} */
    public Fuzz(ApiDocument document, String base, Subject subject) {
        this.document = document;
        this.wire = new Wire(base);
        this.subject = subject;
    }

    /** What was found, once for each operation and fault, with a request that shows it; empty where all is well. */
    public List<String> run() {
        seed = Long.getLong("fuzz.seed", 1);
        var end = System.nanoTime()
                + Duration.ofMinutes(Long.getLong("fuzz.minutes", 0)).toNanos();
        do {
            round();
            seed++;
        } while (System.nanoTime() < end && findings.size() < MOST_FINDINGS);
        System.out.printf("fuzz: seeds up to %d, answers %s, %d findings%n", seed - 1, statuses, findings.size());
        return new ArrayList<>(findings.values());
    }

    private void round() {
        subject.begin();
        var random = new Random(seed);
        var mark = "zq%dx".formatted(1_000_000 + seed);
        var strange = subject.strange();
        var requests = new OddRequests(random, new Oddities(random, mark, List.copyOf(strange)));
        for (var operation : inOrder()) {
            var expectations = new Expectations(mark, isOfOne(operation) ? strange : List.of());
            look(
                    expectations,
                    operation,
                    requests.asPlainText(operation, subject.filled(operation), subject.key(operation)));
            for (var count = 0; count < REQUESTS_PER_OPERATION; count++) {
                look(
                        expectations,
                        operation,
                        requests.of(operation, subject.filled(operation), subject.key(operation)));
            }
        }
    }

    private void look(Expectations expectations, ApiOperation operation, Request request) {
        complaints(expectations, operation, request)
                .forEach(complaint -> findings.putIfAbsent(
                        operation.name() + kind(complaint),
                        "%s: %s (seed %d)%n    %s"
                                .formatted(operation.name(), complaint, seed, request.description())));
    }

    /** Whether it shows a caller's own things alone. The public is shown everybody's, the operator too. */
    private boolean isOfOne(ApiOperation operation) {
        return operation.needsKey() && !subject.isTheOperators(operation);
    }

    private List<ApiOperation> inOrder() {
        return document.operations().stream()
                .sorted(Comparator.comparing(subject::isTheOperators))
                .toList();
    }

    private List<String> complaints(Expectations expectations, ApiOperation operation, Request request) {
        try {
            var answer = wire.send(request);
            statuses.merge(answer.status(), 1, Integer::sum);
            return expectations.complaints(request, answer, subject.isPage(operation)).stream()
                    .filter(complaint -> !complaint.equals(Expectations.SAYS_AGAIN) || !subject.quotes(operation))
                    .toList();
        } catch (IOException e) {
            return List.of("no answer: " + e);
        }
    }

    private static String kind(String complaint) {
        return complaint.substring(0, Math.min(20, complaint.length()));
    }
}
