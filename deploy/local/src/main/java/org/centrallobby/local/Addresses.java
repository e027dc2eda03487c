package org.centrallobby.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.centrallobby.testbed.Ports;

/** The TCP ports of the parts; all of them on loopback only. */
public record Addresses(int letter, int lookup, int mail, int mailboxPage, int smtp, int postgres, int kafka) {

    /** The parts in the order of the documentation, on consecutive ports. */
    public static Addresses from(int base) {
        if (base < 1024 || base > 65_535 - 6) {
            throw new CannotStart(
                    "The ports cannot begin at %d: choose --port-base between 1024 and 65529.".formatted(base));
        }
        return new Addresses(base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6);
    }

    /** Ports that nobody else uses at this moment. */
    public static Addresses free() {
        return new Addresses(
                Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    /** @throws CannotStart naming every port that somebody listens on */
    void mustBeFree() {
        var taken = named().entrySet().stream()
                .filter(part -> !Ports.isFree(part.getValue()))
                .map(part -> "%d (%s)".formatted(part.getValue(), part.getKey()))
                .toList();
        if (!taken.isEmpty()) {
            throw new CannotStart("In use already: port %s. Stop what listens there, or choose others with --port-base."
                    .formatted(String.join(", ", taken)));
        }
    }

    public String letterUrl() {
        return http(letter);
    }

    public String lookupUrl() {
        return http(lookup);
    }

    public String mailUrl() {
        return http(mail);
    }

    public String mailboxUrl() {
        return http(mailboxPage);
    }

    private Map<String, Integer> named() {
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("letter-service", letter);
        parts.put("mp-lookup-service", lookup);
        parts.put("mail-service", mail);
        parts.put("mailbox page", mailboxPage);
        parts.put("SMTP", smtp);
        parts.put("PostgreSQL", postgres);
        parts.put("Kafka", kafka);
        return parts;
    }

    private static String http(int port) {
        return "http://localhost:" + port;
    }
}
