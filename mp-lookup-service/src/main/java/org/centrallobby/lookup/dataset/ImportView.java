package org.centrallobby.lookup.dataset;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to load a part.
 *
 * @param updatedAt when it last gave a sign of life, or ended
 * @param bytes read so far, unpacked
 * @param expectedBytes how many it will be; null where that is not known
 * @param rows read so far
 * @param report what came of it; null while it is running
 */
@Schema(name = "Import")
record ImportView(
        UUID id,
        Part part,
        @Schema(examples = "ONSPD_AUG_2026_UK.zip") String source,
        ImportState state,
        Instant startedAt,
        Instant updatedAt,
        long bytes,
        @Schema(nullable = true) @Nullable Long expectedBytes,
        long rows,
        @Schema(nullable = true) @Nullable ImportReport report) {}
