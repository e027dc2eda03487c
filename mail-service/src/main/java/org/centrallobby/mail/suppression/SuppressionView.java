package org.centrallobby.mail.suppression;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as an operator sees it. */
@Schema(name = "Suppression", description = "A mailbox that is not written to; its address is not told")
record SuppressionView(
        UUID id,

        @Schema(nullable = true, description = "Who does not write to it; null: nobody on the platform does") @Nullable UUID organisation,

        @Schema(description = "What may be seen of the address", examples = "j***@example.org")
        String address,

        SuppressionReason reason,

        @Schema(description = "What is held back: everything, or updates only")
        String covers,

        @Schema(nullable = true, description = "The mail that tells why; null where nobody's mail does") @Nullable UUID evidence,

        Instant createdAt,

        @Schema(nullable = true, description = "When it ends; null for never") @Nullable Instant expiresAt) {

    static final String EXAMPLE = """
            {
              "id": "01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d",
              "organisation": null,
              "address": "j***@example.org",
              "reason": "bounced",
              "covers": "everything",
              "evidence": "01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c99",
              "createdAt": "2026-11-23T10:15:31Z",
              "expiresAt": "2027-05-22T10:15:31Z"
            }""";

    /** A page of entries. */
    @Schema(name = "SuppressionPage")
    record Page(
            List<SuppressionView> suppressions,

            @Schema(nullable = true, description = "The cursor of the page that follows; null on the last") @Nullable UUID next) {}

    static SuppressionView of(Suppression suppression) {
        return new SuppressionView(
                suppression.id(),
                suppression.organisation(),
                suppression.shown(),
                suppression.reason(),
                suppression.covers(),
                suppression.evidence(),
                suppression.createdAt(),
                suppression.expiresAt());
    }
}
