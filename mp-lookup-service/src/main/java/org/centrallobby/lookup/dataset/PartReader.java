package org.centrallobby.lookup.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.LineScan;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.parliament.ParliamentAnswer;
import org.centrallobby.lookup.parliament.ParliamentFailure;
import org.centrallobby.lookup.parliament.ParliamentSeats;

/** Reads a part from a source. */
@ApplicationScoped
class PartReader {
    private final Boundaries boundaries;
    private final ParliamentSeats parliament;

    PartReader(Boundaries boundaries, ParliamentSeats parliament) {
        this.boundaries = boundaries;
        this.parliament = parliament;
    }

    /**
     * Reads a part while lookups are answered: these have the other processors.
     *
     * @throws BadFile if the source cannot be used at all
     */
    ReadPart read(Part part, Source source, Progress progress) {
        return switch (part) {
            case POSTCODES -> directory(source, progress, LineScan.FEW_THREADS).part(false);
            case NORTHERN_IRELAND ->
                directory(source, progress, LineScan.FEW_THREADS).part(true);
            case SPLITS -> SplitFile.read(source, boundaries);
            case MEMBERS -> members(source);
            case CORRECTIONS -> CorrectionFile.read(source, boundaries);
            case PARLIAMENT -> throw new IllegalArgumentException("The state of Parliament is not read from a file");
        };
    }

    /**
     * Reads a directory of which both parts may be wanted.
     *
     * @param threads as {@link LineScan} has them
     * @throws BadFile if the source cannot be used at all
     */
    PostcodeSource directory(Source source, Progress progress, int threads) {
        return PostcodeSource.read(source, boundaries, progress, threads);
    }

    /** A table, or else the saved answers of Parliament's API. */
    private ReadPart members(Source source) {
        try (var local = source.local()) {
            return local.isTable()
                    ? MemberFile.read(local.source(), boundaries)
                    : answered(parliament.read(local.path(), boundaries));
        } catch (ParliamentFailure e) {
            throw new BadFile(source.name(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    /** What Parliament said. */
    static ReadPart answered(ParliamentAnswer answer) {
        return new ReadPart(
                Part.MEMBERS,
                new PartContent.Members(answer.seats()),
                ReadReport.clean(answer.seats().size(), answer.notes()),
                answer.officesKnown());
    }
}
