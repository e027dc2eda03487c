package org.centrallobby.lookup.dataset;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is loaded.
 *
 * @param boundarySet the boundaries that all codes belong to, by the year of their first election
 */
@Schema(name = "Dataset")
record DatasetView(@Schema(examples = "2024") String boundarySet, Postcodes postcodes, Members members) {
    /**
     * The postcodes.
     *
     * @param source the files they come from
     * @param sha256 a digest of the files: the same on replicas that serve the same data
     * @param live those that are in use
     * @param terminated those that no longer are
     * @param split those through which a boundary runs, as far as that is known
     * @param northernIreland whether any of Northern Ireland are loaded
     */
    @Schema(name = "LoadedPostcodes")
    record Postcodes(
            @Schema(examples = "sample/postcodes.csv") String source,
            String sha256,
            Instant loadedAt,
            int total,
            int live,
            int terminated,
            int split,
            boolean northernIreland) {}

    /**
     * The seats.
     *
     * @param source the files they come from
     * @param sha256 a digest of the files
     * @param seats those of all constituencies that are served
     * @param unknown those for which no member is loaded
     */
    @Schema(name = "LoadedMembers")
    record Members(
            @Schema(examples = "sample/members.csv") String source,
            String sha256,
            Instant loadedAt,
            int seats,
            int filled,
            int vacant,
            int unknown) {}
}
