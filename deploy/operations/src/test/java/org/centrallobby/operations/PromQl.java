package org.centrallobby.operations;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * As much of Prometheus's query language as it takes to find a slip where promtool is not at hand: brackets and quotes that
 * do not close, functions that do not exist, and the names of the metrics. It is no parser.
 */
final class PromQl {
    private static final Set<String> FUNCTIONS = Set.of(
            "sum", "max", "min", "avg", "count", "topk", "rate", "increase", "time", "histogram_quantile", "absent");

    private static final Set<String> WORDS =
            Set.of("by", "without", "and", "or", "unless", "on", "ignoring", "offset", "bool");

    private PromQl() {}

    /**
     * The metrics that an expression asks for.
     *
     * @throws IllegalArgumentException with the reason if it cannot be one
     */
    static Set<String> metrics(String expression) {
        var bare = expression.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"").replaceAll("\\{\\{.*?}}", "");
        closes(bare);
        var metrics = new TreeSet<String>();
        // Labels to group by and those of a selector are no metrics; nor is a duration.
        var reduced = bare.replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", " ")
                .replaceAll("\\{[^}]*}", "{}")
                .replaceAll("\\[[^]]*]", "[]");
        var names = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(\\s*\\()?").matcher(reduced);
        while (names.find()) {
            var name = names.group().replaceAll("[\\s(]", "");
            if (names.group(1) != null && !WORDS.contains(name)) {
                if (!FUNCTIONS.contains(name)) {
                    throw new IllegalArgumentException("nobody knows a function " + name + " in " + expression);
                }
            } else if (!WORDS.contains(name)) {
                metrics.add(name);
            }
        }
        ranges(bare, expression);
        return metrics;
    }

    private static void closes(String expression) {
        var open = new ArrayDeque<Character>();
        for (var index = 0; index < expression.length(); index++) {
            var character = expression.charAt(index);
            switch (character) {
                case '(' -> open.push(')');
                case '{' -> open.push('}');
                case '[' -> open.push(']');
                case ')', '}', ']' -> {
                    if (open.isEmpty() || open.pop() != character) {
                        throw new IllegalArgumentException("a bracket too many in " + expression);
                    }
                }
                default -> {}
            }
        }
        if (!open.isEmpty() || expression.replace("\"\"", "").contains("\"")) {
            throw new IllegalArgumentException("something does not close in " + expression);
        }
    }

    /** A rate is one of a range, and nothing else is. */
    private static void ranges(String bare, String expression) {
        var rates = Pattern.compile("\\b(rate|increase)\\s*\\(\\s*[a-z_:A-Z0-9]+(\\{[^}]*})?\\[\\d+[smhd]]\\s*\\)")
                .matcher(bare)
                .results()
                .count();
        var called = Pattern.compile("\\b(rate|increase)\\s*\\(")
                .matcher(bare)
                .results()
                .count();
        var ranges = Pattern.compile("\\[").matcher(bare).results().count();
        if (rates != called || rates != ranges) {
            throw new IllegalArgumentException("a rate without its range, or a range without a rate, in " + expression);
        }
    }
}
