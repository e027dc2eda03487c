package org.centrallobby.mail.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.centrallobby.mail.identity.Dns.NoAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Follows an SPF record (RFC 7208) through what it includes: whether a given domain is among it, and whether receivers would
 * still read it, as more than ten questions to name servers make the whole record void (section 4.6.4). It does not judge
 * addresses: which relays may send is the included record's matter.
 */
final class SpfChain {
    private static final String VERSION = "v=spf1";
    private static final int MOST_LOOKUPS = 10;

    private final Dns dns;
    private final String wanted;
    private int lookups;
    private boolean included;
    private @Nullable String fault;

    private SpfChain(Dns dns, String wanted) {
        this.dns = dns;
        this.wanted = wanted;
    }

    /**
     * What a record comes to.
     *
     * @param included whether the wanted domain is reached by include or redirect where a receiver comes to it, and what
     *     it lists passes there
     * @param lookups how many questions a receiver asks for it
     * @param fault why receivers would not read it; null where they would
     */
    record Outcome(
            List<String> records,
            boolean included,
            int lookups,
            @Nullable String fault) {}

    static Outcome follow(Dns dns, String domain, String wanted) throws NoAnswer {
        var chain = new SpfChain(dns, wanted.toLowerCase(Locale.ROOT));
        var records = spf(dns.txt(domain));
        if (records.size() == 1) {
            chain.read(records.getFirst(), domain, true);
        }
        return new Outcome(records, chain.included, chain.lookups, chain.fault);
    }

    private static List<String> spf(List<String> texts) {
        return texts.stream()
                .filter(text -> text.equalsIgnoreCase(VERSION)
                        || text.toLowerCase(Locale.ROOT).startsWith(VERSION + ' '))
                .toList();
    }

    /** Something that leads to another record, and whether who is listed there passes. */
    private record Target(String domain, boolean passes) {}

    /**
     * Reads a record from left to right, as receivers do: "all" matches everybody, so that nothing behind it is ever come to
     * (section 5.1).
     *
     * @param passes whether whom it lists passes in the record that was begun with
     */
    private void read(String record, String domain, boolean passes) throws NoAnswer {
        var targets = new ArrayList<Target>();
        String redirect = null;
        var hasAll = false;
        for (var term : record.strip().split(" +")) {
            var word = term.toLowerCase(Locale.ROOT).replaceFirst("^[-+~?]", "");
            var name = word.split("[:=/]", 2)[0];
            switch (name) {
                case "v", "ip4", "ip6", "exp" -> {
                    // No question to a name server, or none that counts.
                }
                case "all" -> hasAll = true;
                case "a", "mx", "ptr", "exists" -> {
                    if (!hasAll) {
                        countLookup();
                    }
                }
                case "include" -> {
                    if (!hasAll) {
                        targets.add(new Target(argument(word, ':'), passes && !isQualified(term)));
                    }
                }
                case "redirect" -> redirect = argument(word, '=');
                default -> {
                    if (word.indexOf('=') < 0) {
                        fault = "The SPF record of %s has a word that is none: %s".formatted(domain, name);
                    }
                }
            }
        }
        if (redirect != null && !hasAll) {
            targets.add(new Target(redirect, passes));
        }
        for (var target : targets) {
            follow(target, domain);
        }
    }

    /** Whether a match means something else than a pass (section 4.6.2). */
    private static boolean isQualified(String term) {
        return "-~?".indexOf(term.charAt(0)) >= 0;
    }

    private void follow(Target target, String from) throws NoAnswer {
        countLookup();
        if (fault != null) {
            return;
        }
        var domain = target.domain();
        if (domain.equals(wanted) && target.passes()) {
            included = true;
        }
        if (domain.isEmpty() || domain.indexOf('%') >= 0) {
            // A macro is known only for a mail.
            return;
        }
        var records = spf(dns.txt(domain));
        if (records.size() != 1) {
            fault = "%s includes %s, which has %s SPF record"
                    .formatted(from, domain, records.isEmpty() ? "no" : "more than one");
            return;
        }
        read(records.getFirst(), domain, target.passes());
    }

    private void countLookup() {
        if (++lookups > MOST_LOOKUPS) {
            fault = "The SPF record takes more than ten questions to name servers, so that receivers ignore it";
        }
    }

    private static String argument(String word, char sign) {
        var at = word.indexOf(sign);
        var argument = at < 0 ? "" : word.substring(at + 1);
        return argument.endsWith(".") ? argument.substring(0, argument.length() - 1) : argument;
    }
}
