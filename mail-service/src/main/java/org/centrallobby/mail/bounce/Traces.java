package org.centrallobby.mail.bounce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what the mail that is spoken of can be told.
 *
 * @param addresses that may be one of the platform's return addresses, the most telling first
 * @param messageIds of the returned mail, or of what is answered, without angle brackets, the most telling first
 * @param envelopeId what the mail was handed over with (ENVID, RFC 3461); null where it is not told
 */
record Traces(
        List<String> addresses,
        List<String> messageIds,
        @Nullable String envelopeId) {
    Traces {
        addresses = List.copyOf(addresses);
        messageIds = List.copyOf(messageIds);
    }

    /** Never an address. */
    @Override
    public String toString() {
        return "Traces[...]";
    }
}
