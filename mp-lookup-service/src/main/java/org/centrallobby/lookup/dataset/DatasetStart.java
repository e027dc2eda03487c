package org.centrallobby.lookup.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.LineScan;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Source;
import org.jspecify.annotations.Nullable;

/**
 * Has something to serve before the first request is taken: the release that served last, or else a first one, of what the
 * configuration names and of the sample where it names nothing. If an earlier version of the service announced less of the
 * seats than this one knows, they are announced again. Files that have changed meanwhile are loaded while the
 * release of before serves.
 */
@ApplicationScoped
class DatasetStart {
    private static final Map<Part, String> SAMPLE = Map.of(
            Part.POSTCODES, "sample/postcodes.csv",
            Part.NORTHERN_IRELAND, "sample/northern-ireland.csv",
            Part.SPLITS, "sample/splits.csv",
            Part.MEMBERS, "sample/members.csv",
            Part.CORRECTIONS, "sample/corrections.csv");

    private final DatasetImport datasets;
    private final ReleaseDesk desk;
    private final Releases releases;
    private final Serving serving;
    private final Origins origins;
    private final PartReader reader;
    private final ReleaseWatch watch;
    private final DatasetRefresh refresh;
    private final Map<Path, PostcodeSource> directories = new HashMap<>();

    DatasetStart(
            DatasetImport datasets,
            ReleaseDesk desk,
            Releases releases,
            Serving serving,
            Origins origins,
            PartReader reader,
            ReleaseWatch watch,
            DatasetRefresh refresh) {
        this.datasets = datasets;
        this.desk = desk;
        this.releases = releases;
        this.serving = serving;
        this.origins = origins;
        this.reader = reader;
        this.watch = watch;
        this.refresh = refresh;
    }

    void start(@Observes StartupEvent event) throws InterruptedException {
        try {
            if (!serveLast()) {
                datasets.loadFirst(first());
            }
        } catch (BadFile | Refused bad) {
            // Of this exception alone Quarkus shows the message without a stack trace, and ends.
            throw new ConfigurationException("Nothing can be served: " + bad.getMessage());
        }
        directories.clear();
        watch.start();
        refresh.start();
    }

    /** The sample is not served on when there is something better. */
    boolean serveLast() throws InterruptedException {
        var last = QuarkusTransaction.requiringNew().timeout(60).call(this::last);
        if (last == null) {
            return false;
        }
        serving.serve(last.release(), last.content());
        var followed = desk.followVersion().orElse(null);
        if (followed != null && followed.release() != null) {
            serving.serve(followed.release(), followed.content());
        }
        return true;
    }

    private record Last(Release release, DatasetContent content) {}

    private @Nullable Last last() {
        var release = releases.newest().orElse(null);
        if (release == null) {
            return null;
        }
        var better = releases.versions(List.of(release)).values().stream()
                .anyMatch(version -> version.isSample() && origins.all().containsKey(version.part()));
        return better
                ? null
                : desk.content(release.parts())
                        .map(content -> new Last(release, content))
                        .orElse(null);
    }

    private List<DatasetImport.FirstSource> first() {
        var first = new ArrayList<DatasetImport.FirstSource>();
        for (var part : Part.values()) {
            var origin = origins.all().get(part);
            if (origin != null) {
                first.add(new DatasetImport.FirstSource(
                        part, origin.label(), false, origin.fingerprint().orElse(null), reading(part, origin)));
            } else if (SAMPLE.containsKey(part) && !isReplaced(part)) {
                var sample = Source.shipped(SAMPLE.get(part));
                first.add(new DatasetImport.FirstSource(
                        part, sample.label(), true, null, progress -> reader.read(part, sample, progress)));
            }
        }
        return first;
    }

    /** Nobody is answered yet, so all processors read; a file that both directories come from is read once. */
    private Function<Progress, ReadPart> reading(Part part, Origin origin) {
        var isDirectory = part == Part.POSTCODES || part == Part.NORTHERN_IRELAND;
        if (!isDirectory || !(origin instanceof Origin.File(var path))) {
            return progress -> origins.read(part, origin, progress);
        }
        return progress -> directories
                .computeIfAbsent(path, file -> reader.directory(Source.of(file), progress, LineScan.ALL_THREADS))
                .part(part == Part.NORTHERN_IRELAND);
    }

    private boolean isReplaced(Part sample) {
        return origins.all().keySet().stream().anyMatch(part -> part.replacesSampleOf(sample));
    }
}
