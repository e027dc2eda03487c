package org.centrallobby.lookup.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Entry;
import org.centrallobby.lookup.file.LineScan;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Rejections;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.postcode.PostcodeIndexBuilder;

/** Makes the index of a directory of postcodes, however it is packed. */
final class PostcodeSource {
    private PostcodeSource() {}

    /** @throws BadFile if the source cannot be used at all */
    static ReadPart read(Source source, boolean northernIreland, Boundaries boundaries, Progress progress) {
        try (var bundle = source.open()) {
            var files = DirectoryFiles.of(source, bundle);
            return read(files, northernIreland, boundaries, progress);
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private static ReadPart read(List<Entry> files, boolean northernIreland, Boundaries boundaries, Progress progress) {
        var scan = LineScan.read(
                files, PostcodeReader::columns, () -> new PostcodeReader(boundaries, northernIreland), progress);
        var readers = scan.readers();
        var built = PostcodeIndexBuilder.build(
                readers.stream().map(PostcodeReader::rows).toList());
        var rejections = new Rejections();
        readers.forEach(reader -> rejections.addAll(reader.rejections()));
        var notes = new ArrayList<String>();
        var elsewhere = sum(readers, PostcodeReader::elsewhere);
        if (elsewhere > 0) {
            notes.add(
                    northernIreland
                            ? "%d postcodes outside Northern Ireland were passed over".formatted(elsewhere)
                            : "%d postcodes of Northern Ireland were passed over: their use needs a licence; load them as northern-ireland"
                                    .formatted(elsewhere));
        }
        if (built.repeated() > 0) {
            notes.add("%d rows only repeat another".formatted(built.repeated()));
        }
        if (built.contradicting() > 0) {
            rejections.add("a postcode stands twice, with different facts", built.contradicting());
        }
        var report = new ReadReport(
                progress.rows(),
                rejections.count(),
                rejections.reasons(),
                rejections.named(scan.lines()),
                sum(readers, PostcodeReader::unknownCodes),
                notes);
        var content = northernIreland
                ? new PartContent.NorthernIreland(built.index())
                : new PartContent.Postcodes(built.index());
        return new ReadPart(northernIreland ? Part.NORTHERN_IRELAND : Part.POSTCODES, content, report);
    }

    private static long sum(List<PostcodeReader> readers, ToLongFunction<PostcodeReader> number) {
        return readers.stream().mapToLong(number).sum();
    }
}
