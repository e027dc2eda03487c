package org.centrallobby.lookup.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.dataset.Sources.MemberSources;
import org.centrallobby.lookup.dataset.Sources.PostcodeSources;
import org.centrallobby.lookup.postcode.PostcodeDirectory;
import org.centrallobby.lookup.postcode.PostcodeIndex;
import org.centrallobby.lookup.postcode.PostcodeIndexFile;
import org.centrallobby.lookup.seat.House;
import org.centrallobby.lookup.seat.Representation;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.seat.SeatRegister;
import org.jboss.logging.Logger;

/** Brings files, database and memory to the same state, and announces the seats that changed. */
@ApplicationScoped
class DatasetImport {
    private static final Logger LOG = Logger.getLogger(DatasetImport.class);

    /** A whole directory takes some ten seconds, and another replica may have to wait for that. */
    private static final int LONGEST_SECONDS = 300;

    private final DatasetVersions versions;
    private final SeatRegister register;
    private final PostcodeDirectory directory;
    private final House house;
    private final Boundaries boundaries = BoundaryFile.read();

    DatasetImport(DatasetVersions versions, SeatRegister register, PostcodeDirectory directory, House house) {
        this.versions = versions;
        this.register = register;
        this.directory = directory;
        this.house = house;
    }

    /** What one import found. */
    private record Loaded(PostcodeIndex index, Map<String, Seat> seats, int announced) {}

    /**
     * Loads the files; the same ones again change nothing. Of a file that cannot be used nothing is taken: the data
     * of the last import stay in its place.
     *
     * @return how many seats were announced
     * @throws BadFile if a file cannot be used and there are no earlier data
     */
    int load(DatasetConfig config) {
        var loaded = QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            versions.lock();
            var index = postcodes(PostcodeSources.of(config));
            var seats = seats(MemberSources.of(config));
            return new Loaded(
                    index, seats, register.replace(represented(index, seats).values()));
        });
        house.replace(represented(loaded.index(), loaded.seats()).values());
        directory.replace(loaded.index());
        LOG.infof(
                "%d postcodes and %d seats are loaded; %d seats were announced",
                loaded.index().size(), house.all().size(), loaded.announced());
        return loaded.announced();
    }

    private PostcodeIndex postcodes(PostcodeSources sources) {
        var newest = versions.newest(DatasetKind.POSTCODES);
        try {
            var sha256 = Sources.sha256(sources.all(), "postcodes " + PostcodeIndexFile.VERSION);
            if (newest.isPresent() && newest.get().sha256().equals(sha256)) {
                var kept = versions.index(newest.get());
                if (kept.isPresent()) {
                    return kept.get();
                }
            }
            var index = PostcodeFiles.read(sources, boundaries);
            versions.keep(versions.add(DatasetKind.POSTCODES, sources.all(), sha256, index.size()), index);
            return index;
        } catch (BadFile bad) {
            var kept = newest.flatMap(versions::index).orElseThrow(() -> bad);
            LOG.errorf("%s. The postcodes loaded before are kept", bad.getMessage());
            return kept;
        }
    }

    private Map<String, Seat> seats(MemberSources sources) {
        var newest = versions.newest(DatasetKind.MEMBERS);
        try {
            var seats = MemberFiles.read(sources, boundaries);
            var sha256 = Sources.sha256(sources.all(), "members");
            if (newest.isEmpty() || !newest.get().sha256().equals(sha256)) {
                versions.add(DatasetKind.MEMBERS, sources.all(), sha256, seats.size());
            }
            return seats;
        } catch (BadFile bad) {
            if (newest.isEmpty()) {
                throw bad;
            }
            LOG.errorf("%s. The members loaded before are kept", bad.getMessage());
            return register.announced().stream()
                    .collect(Collectors.toMap(seat -> seat.constituency().code(), Representation::seat));
        }
    }

    /** The seats of all constituencies that postcodes or members refer to. */
    private Map<String, Representation> represented(PostcodeIndex index, Map<String, Seat> seats) {
        var codes = new TreeSet<>(index.constituencies());
        codes.addAll(seats.keySet());
        var represented = new TreeMap<String, Representation>();
        for (var code : codes) {
            var constituency = boundaries.find(code).orElseThrow();
            represented.put(code, new Representation(constituency, seats.getOrDefault(code, Seat.UNKNOWN)));
        }
        return represented;
    }
}
