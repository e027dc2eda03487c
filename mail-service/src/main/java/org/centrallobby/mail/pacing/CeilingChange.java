package org.centrallobby.mail.pacing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ceiling that the operator sets. */
@Schema(name = "CeilingChange")
record CeilingChange(
        @Schema(
                description = "mailbox, destination or relay",
                examples = {"destination"})
        @NotNull @Nullable String scope,

        @Schema(
                description = "The address of the mailbox, the domain of the destination, or the relay's name",
                examples = {"parliament.uk"})
        @NotNull @Size(min = 1, max = 254) @Nullable String of,

        @Schema(
                nullable = true,
                description = "The most mails within any hour; null gives the configured ceiling back",
                examples = {"1200"})
        @Min(1) @Max(100_000_000) @Nullable Integer hourly) {

    /** Never the address. */
    @Override
    public String toString() {
        return "CeilingChange[%s]".formatted(scope);
    }
}
