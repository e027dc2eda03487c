package org.centrallobby.lookup.dataset;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is served.
 *
 * @param boundarySet the boundaries that all codes belong to, by the year of their first election
 * @param release the release that serves here; every answer's ETag is its number
 * @param imports the latest attempts to load something, newest first; one that is running says how far it is
 * @param attribution what whoever shows these data has to say of their origin
 */
@Schema(name = "Dataset")
record DatasetView(
        @Schema(examples = "2024") String boundarySet,
        ReleaseView release,
        Postcodes postcodes,
        Members members,
        Parliament parliament,
        List<ImportView> imports,
        String attribution) {

    /**
     * A part that serves.
     *
     * @param source what it was read from
     * @param sha256 a digest of what it holds: the same on installations that serve the same
     * @param records postcodes, seats or corrections
     * @param sample whether it is of the sample that ships with the service
     */
    @Schema(name = "Part")
    record PartView(
            Part part,
            @Schema(examples = "sample/postcodes.csv") String source,
            String sha256,
            Instant loadedAt,
            int records,
            boolean sample) {
        static PartView of(PartVersion version) {
            return new PartView(
                    version.part(),
                    version.source(),
                    version.sha256(),
                    version.loadedAt(),
                    version.records(),
                    version.isSample());
        }
    }

    /**
     * The postcodes.
     *
     * @param live those that are in use
     * @param terminated those that no longer are
     * @param split those through which a boundary runs, as far as that is known
     * @param northernIreland whether those of Northern Ireland are loaded
     */
    @Schema(name = "LoadedPostcodes")
    record Postcodes(int total, int live, int terminated, int split, boolean northernIreland) {}

    /**
     * The seats of all constituencies that are served.
     *
     * @param unknown those for which no member is loaded
     * @param emailsMissing members whose address the newest data no longer name; it is kept
     */
    @Schema(name = "LoadedMembers")
    record Members(int seats, int filled, int vacant, int dissolved, int unknown, int emailsMissing) {}

    /**
     * A release.
     *
     * @param cause why there is this release
     * @param until when another one took its place; null if none has
     */
    @Schema(name = "Release")
    record ReleaseView(
            long id,
            @Schema(examples = "loaded postcodes") String cause,
            Instant servesFrom,

            @Schema(nullable = true) @Nullable Instant until,

            List<PartView> parts) {}

    /** Releases, newest first; {@code next} is the cursor of what follows, null at the end. */
    @Schema(name = "Releases")
    record ReleasePage(
            List<ReleaseView> releases,

            @Schema(nullable = true, examples = "17") @Nullable String next) {}

    /** What became of the data that were sent. */
    @Schema(name = "ImportRefused")
    record RefusedProblem(String type, String title, int status, String detail, ImportReport report) {}
}
