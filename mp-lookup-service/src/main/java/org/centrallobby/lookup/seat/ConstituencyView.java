package org.centrallobby.lookup.seat;

import org.centrallobby.lookup.constituency.Nation;
import org.centrallobby.lookup.constituency.Region;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A constituency with its seat, as the API shows it. */
@Schema(name = "ConstituencyWithSeat")
record ConstituencyView(
        @Schema(examples = "W07000102") String code,
        @Schema(examples = "Montgomeryshire and Glyndŵr") String name,

        @Schema(nullable = true, examples = "Maldwyn a Glyndŵr") @Nullable String nameCy,

        Nation nation,
        @Schema(nullable = true) @Nullable Region region,
        Seat seat) {

    static ConstituencyView of(Representation representation) {
        var constituency = representation.constituency();
        return new ConstituencyView(
                constituency.code(),
                constituency.name(),
                constituency.nameCy(),
                constituency.nation(),
                constituency.region(),
                representation.seat());
    }
}
