package org.centrallobby.letter.osdi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.supporter.EmailAddress;

/**
 * A condition as OSDI writes it, a small part of OData: comparisons of a field with a value by eq, ne, gt, ge, lt and le,
 * joined by and and or ("and" binds closer), with brackets.
 *
 * @param sql for a native query; every value is a parameter
 * @param values the parameters {@code f0}, {@code f1} and so on
 */
record Filter(String sql, List<Object> values) {
    /** What can be compared, and where it stands. */
    record Field(String column, Kind kind) {
        enum Kind {
            TIME,
            EMAIL
        }
    }

    static final Filter NONE = new Filter("true", List.of());

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 10;
    private static final Pattern TOKEN = Pattern.compile("\\s*+(?:([()])|'((?:[^']|'')*+)'|([^\\s()']+))");
    private static final Map<String, String> OPERATORS =
            Map.of("eq", "=", "ne", "<>", "gt", ">", "ge", ">=", "lt", "<", "le", "<=");

    static Filter parse(String text, Map<String, Field> fields) {
        if (text.length() > LONGEST) {
            throw refused("It is too long.");
        }
        return new Reader(tokens(text.strip()), fields).filter();
    }

    /** Whether somebody's address stands in it. */
    boolean isPersonal() {
        return values.stream().anyMatch(String.class::isInstance);
    }

    private record Token(String text, boolean quoted) {
        boolean is(String word) {
            return !quoted && text.equals(word);
        }
    }

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        var end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw refused("A quotation mark is missing.");
            }
            var quoted = matcher.group(2);
            tokens.add(
                    quoted != null
                            ? new Token(quoted.replace("''", "'"), true)
                            : new Token(matcher.group().strip(), false));
            end = matcher.end();
        }
        return tokens;
    }

    /** Reads the tokens from left to right. */
    private static final class Reader {
        private final List<Token> tokens;
        private final Map<String, Field> fields;
        private final List<Object> values = new ArrayList<>();
        private int next;

        Reader(List<Token> tokens, Map<String, Field> fields) {
            this.tokens = tokens;
            this.fields = fields;
        }

        Filter filter() {
            var sql = either(0);
            if (next < tokens.size()) {
                throw refused("It goes on where it should end.");
            }
            return new Filter(sql, values);
        }

        private String either(int depth) {
            var sql = new StringBuilder(both(depth));
            while (take("or")) {
                sql.append(" or ").append(both(depth));
            }
            return "(" + sql + ")";
        }

        private String both(int depth) {
            var sql = new StringBuilder(one(depth));
            while (take("and")) {
                sql.append(" and ").append(one(depth));
            }
            return sql.toString();
        }

        private String one(int depth) {
            if (!take("(")) {
                return comparison();
            }
            if (depth == DEEPEST) {
                throw refused("Its brackets are too deep.");
            }
            var inner = either(depth + 1);
            if (!take(")")) {
                throw refused("A bracket is missing.");
            }
            return inner;
        }

        private String comparison() {
            var field = fields.get(word().text());
            if (field == null) {
                throw refused("Fields are %s.".formatted(String.join(", ", fields.keySet())));
            }
            var operator = OPERATORS.get(word().text());
            if (operator == null) {
                throw refused("Compare by eq, ne, gt, ge, lt or le.");
            }
            values.add(value(field, word().text()));
            return "%s %s :f%d".formatted(field.column(), operator, values.size() - 1);
        }

        private Token word() {
            if (next == tokens.size()) {
                throw refused("It ends too early.");
            }
            return tokens.get(next++);
        }

        private boolean take(String word) {
            var is = next < tokens.size() && tokens.get(next).is(word);
            next += is ? 1 : 0;
            return is;
        }
    }

    private static Object value(Field field, String text) {
        return switch (field.kind()) {
            case EMAIL -> email(text);
            case TIME -> time(text);
        };
    }

    private static String email(String text) {
        return EmailAddress.parse(text)
                .map(email -> email.value().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> refused("Write e-mail addresses as 'ann@example.org'."));
    }

    private static Instant time(String text) {
        try {
            var time = text.length() == "2026-11-25".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            var year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1970 && year <= 9999) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Answered below.
        }
        throw refused("Write times as '2026-11-25T10:15:30Z'.");
    }

    private static Failure refused(String why) {
        return new Failure(
                ProblemType.BAD_REQUEST,
                "The filter cannot be read, for instance: modified_date gt '2026-11-25T10:15:30Z'. " + why);
    }
}
