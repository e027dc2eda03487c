package org.centrallobby.lookup.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Source;

/** Reads a part from a source. */
@ApplicationScoped
class PartReader {
    private final Boundaries boundaries;

    PartReader(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /** @throws BadFile if the source cannot be used at all */
    ReadPart read(Part part, Source source, Progress progress) {
        return switch (part) {
            case POSTCODES -> PostcodeSource.read(source, false, boundaries, progress);
            case NORTHERN_IRELAND -> PostcodeSource.read(source, true, boundaries, progress);
            case SPLITS -> SplitFile.read(source, boundaries);
            case MEMBERS -> MemberFile.read(source, boundaries);
            case CORRECTIONS -> CorrectionFile.read(source, boundaries);
            case PARLIAMENT -> throw new IllegalArgumentException("The state of Parliament is not read from a file");
        };
    }
}
