package org.centrallobby.lookup.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.dataset.PostcodeReader.Side;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.LineScan;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Rejections;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.postcode.PostcodeIndexBuilder;

/** A directory of postcodes that has been read, however it was packed: that of Great Britain and that of Northern Ireland in it. */
final class PostcodeSource {
    private final LineScan.Outcome<PostcodeReader> scan;
    private final long rows;

    private PostcodeSource(LineScan.Outcome<PostcodeReader> scan, long rows) {
        this.scan = scan;
        this.rows = rows;
    }

    /**
     * Reads a source.
     *
     * @param threads as {@link LineScan} has them
     * @throws BadFile if the source cannot be used at all
     */
    static PostcodeSource read(Source source, Boundaries boundaries, Progress progress, int threads) {
        try (var bundle = source.open()) {
            var files = DirectoryFiles.of(source, bundle);
            var scan = LineScan.read(
                    files, PostcodeReader::columns, () -> new PostcodeReader(boundaries), progress, threads);
            return new PostcodeSource(scan, progress.rows());
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    /** The one or the other, with its index. */
    ReadPart part(boolean northernIreland) {
        var sides = sides(northernIreland);
        var built = PostcodeIndexBuilder.build(sides.stream().map(Side::rows).toList());
        var rejections = new Rejections();
        sides.forEach(side -> rejections.addAll(side.rejections()));
        if (built.contradicting() > 0) {
            rejections.add("a postcode stands twice, with different facts", built.contradicting());
        }
        var report = new ReadReport(
                rows,
                rejections.count(),
                rejections.reasons(),
                rejections.named(scan.lines()),
                sides.stream().mapToLong(Side::unknownCodes).sum(),
                notes(northernIreland, built.repeated()));
        var content = northernIreland
                ? new PartContent.NorthernIreland(built.index())
                : new PartContent.Postcodes(built.index());
        return new ReadPart(northernIreland ? Part.NORTHERN_IRELAND : Part.POSTCODES, content, report);
    }

    private List<String> notes(boolean northernIreland, int repeated) {
        var notes = new ArrayList<String>();
        var elsewhere = sides(!northernIreland).stream().mapToLong(Side::seen).sum();
        if (elsewhere > 0) {
            notes.add(
                    northernIreland
                            ? "%d postcodes outside Northern Ireland were passed over".formatted(elsewhere)
                            : "%d postcodes of Northern Ireland were passed over: their use needs a licence; load them as northern-ireland"
                                    .formatted(elsewhere));
        }
        if (repeated > 0) {
            notes.add("%d rows only repeat another".formatted(repeated));
        }
        return List.copyOf(notes);
    }

    private List<Side> sides(boolean northernIreland) {
        return scan.readers().stream()
                .map(reader -> reader.side(northernIreland))
                .toList();
    }
}
