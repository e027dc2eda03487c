package org.centrallobby.letter.osdi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** Where a page ended: behind the entry with this id that changed last at this time. */
record Place(Instant modified, UUID id) {
    static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));

    private static final Pattern FORM = Pattern.compile("1:(\\d{1,18}):([0-9a-f-]{36})");

    /** For an address; opaque to callers. */
    String encoded() {
        var text = "1:%d:%s".formatted(ChronoUnit.MICROS.between(Instant.EPOCH, modified), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Place parse(String encoded) {
        try {
            var matcher = FORM.matcher(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII));
            if (matcher.matches()) {
                return new Place(
                        Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
                        UUID.fromString(matcher.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as any other that this service did not make.
        }
        throw new Failure(ProblemType.BAD_REQUEST, "This cursor is not one of ours. Follow the link \"next\".");
    }
}
