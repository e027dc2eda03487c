package org.centrallobby.lookup.constituency;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A set of constituencies that covers the country, found by their present codes and by earlier ones. */
public final class Boundaries {
    private final String name;
    private final Map<String, Constituency> byCode = new TreeMap<>();
    private final Map<String, String> aliases;

    /**
     * @param name what the set is called, for instance {@code 2024}
     * @param aliases earlier code to present code
     */
    public Boundaries(String name, Collection<Constituency> constituencies, Map<String, String> aliases) {
        this.name = name;
        this.aliases = new HashMap<>(aliases);
        constituencies.forEach(constituency -> byCode.put(constituency.code(), constituency));
    }

    public String name() {
        return name;
    }

    /** The constituency of that code, an earlier one included. */
    public Optional<Constituency> find(String code) {
        return Optional.ofNullable(byCode.get(aliases.getOrDefault(code, code)));
    }

    /** All constituencies in the order of their codes. */
    public Collection<Constituency> all() {
        return byCode.values();
    }
}
