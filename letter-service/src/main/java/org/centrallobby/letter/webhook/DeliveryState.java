package org.centrallobby.letter.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a delivery stands. */
public enum DeliveryState {
    /** For its first attempt or another. */
    WAITING,
    DELIVERED,
    /** Every attempt has failed, or the endpoint was disabled; it can be replayed. */
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DeliveryState> named(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst();
    }
}
