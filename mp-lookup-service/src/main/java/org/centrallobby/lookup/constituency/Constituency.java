package org.centrallobby.lookup.constituency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A constituency of the House of Commons.
 *
 * @param code the GSS code of the 2024 boundaries, for instance {@code E14001167}
 * @param name the official name
 * @param nameCy the Welsh name; null where the seat has none beside the official one
 * @param region where in England; null in the other nations
 */
public record Constituency(
        @Schema(examples = "W07000102") String code,
        @Schema(examples = "Montgomeryshire and Glyndŵr") String name,

        @Schema(nullable = true, examples = "Maldwyn a Glyndŵr") @Nullable String nameCy,

        Nation nation,
        @Schema(nullable = true) @Nullable Region region) {}
