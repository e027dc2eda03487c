package org.centrallobby.letter.message;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The three things that a letter can say of a fact: {@code {fact.cameras}}, {@code {factSource.cameras}}, {@code {factDate.cameras}}. */
enum FactField {
    VALUE("fact", Fact::value),
    SOURCE("factSource", Fact::source),
    DATE("factDate", Fact::date);

    private static final Pattern NAME = Pattern.compile(MergeValues.FACT_NAME);

    private final String group;
    private final Function<Fact, String> part;

    FactField(String group, Function<Fact, String> part) {
        this.group = group;
        this.part = part;
    }

    String of(Fact fact) {
        return part.apply(fact);
    }

    static Optional<FactField> of(String group) {
        return Arrays.stream(values())
                .filter(field -> field.group.equals(group))
                .findFirst();
    }

    /** The fact's name in a path such as {@code fact.cameras}; empty where the path is not one of a fact. */
    static Optional<String> nameIn(String path) {
        var dot = path.indexOf('.');
        return dot > 0
                        && of(path.substring(0, dot)).isPresent()
                        && NAME.matcher(path.substring(dot + 1)).matches()
                ? Optional.of(path.substring(dot + 1))
                : Optional.empty();
    }
}
