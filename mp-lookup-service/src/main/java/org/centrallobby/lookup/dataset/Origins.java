package org.centrallobby.lookup.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.fetch.FetchFailed;
import org.centrallobby.lookup.fetch.PoliteClient;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.parliament.ParliamentFailure;
import org.centrallobby.lookup.parliament.ParliamentSeats;

/** What the configuration says of where parts come from, and the way to get them from there. */
@ApplicationScoped
class Origins {
    private final PartReader reader;
    private final PoliteClient client;
    private final ParliamentSeats parliament;
    private final Boundaries boundaries;
    private final Map<Part, Origin> configured = new EnumMap<>(Part.class);

    Origins(
            PartReader reader,
            PoliteClient client,
            ParliamentSeats parliament,
            Boundaries boundaries,
            DatasetConfig config) {
        this.reader = reader;
        this.client = client;
        this.parliament = parliament;
        this.boundaries = boundaries;
        put(Part.POSTCODES, config.postcodes());
        put(Part.NORTHERN_IRELAND, config.northernIreland());
        put(Part.SPLITS, config.splits());
        put(Part.MEMBERS, config.members());
        put(Part.CORRECTIONS, config.corrections());
    }

    private void put(Part part, Optional<String> text) {
        text.ifPresent(where -> configured.put(part, Origin.of(part, where)));
    }

    /** Those that are configured. */
    Map<Part, Origin> all() {
        return configured;
    }

    /** @throws BadFile if nothing usable comes from there */
    ReadPart read(Part part, Origin origin, Progress progress) {
        return switch (origin) {
            case Origin.File(var path) -> reader.read(part, Source.of(path), progress);
            case Origin.Web(var address) -> fetched(part, address, progress);
            case Origin.ParliamentApi api -> asked(progress);
        };
    }

    private ReadPart fetched(Part part, URI address, Progress progress) {
        try {
            var file = Files.createTempFile("central-lobby-fetched", ".tmp");
            try {
                client.fetch(address, file);
                return reader.read(part, Source.of(file, String.valueOf(address.getHost())), progress);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (FetchFailed e) {
            throw new BadFile(String.valueOf(address.getHost()), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new BadFile(String.valueOf(address.getHost()), "there is no room for what it sends");
        }
    }

    private ReadPart asked(Progress progress) {
        try {
            var answer = parliament.fetch(boundaries, (done, total) -> progress.readRows(done - progress.rows()));
            return PartReader.answered(answer);
        } catch (ParliamentFailure e) {
            throw new BadFile(Origin.PARLIAMENT, String.valueOf(e.getMessage()));
        }
    }
}
