package org.centrallobby.letter.export;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.letter.LetterState;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation asked for.
 *
 * @param state only letters in this state; null for all
 * @param updatedAfter only what has changed at this moment or since
 * @param bom whether a CSV begins with the mark by which Excel knows UTF-8
 * @param recipient whom it is encrypted to; empty for clear text
 */
record Export(
        UUID organisation,
        UUID campaign,
        Extract extract,
        Format format,
        @Nullable LetterState state,
        Instant updatedAfter,
        boolean bom,
        Optional<AgeRecipient> recipient) {
    enum Format {
        CSV("csv", "text/csv; charset=utf-8"),
        NDJSON("ndjson", "application/x-ndjson");

        private final String ending;
        private final String mediaType;

        Format(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }
    }

    String mediaType() {
        return recipient.isPresent() ? "application/octet-stream" : format.mediaType;
    }

    /** For instance {@code supporters-01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d.csv.age}. */
    String fileName() {
        return "%s-%s.%s%s".formatted(extract.file(), campaign, format.ending, recipient.isPresent() ? ".age" : "");
    }
}
