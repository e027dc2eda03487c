package org.centrallobby.mail.smtp;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which relays were found to know SMTPUTF8 (RFC 6531), so that a mail that needs it is not refused for good by one while
 * another may carry it. What a relay offered last counts; one that was not spoken to yet may offer it.
 */
final class Carriers {
    private final Set<String> relays;
    private final Map<String, Boolean> found = new ConcurrentHashMap<>();

    Carriers(Collection<String> relays) {
        this.relays = Set.copyOf(relays);
    }

    /** Takes down what a relay offered. */
    void found(String relay, boolean knowsSmtpUtf8) {
        found.put(relay, knowsSmtpUtf8);
    }

    /** What becomes of a mail that this relay cannot be given. */
    Delivery without(String relay) {
        var elsewhere = relays.stream().anyMatch(other -> !other.equals(relay) && found.getOrDefault(other, true));
        return elsewhere ? Unsendable.NEEDS_ANOTHER_RELAY : Unsendable.NEEDS_SMTPUTF8;
    }
}
