package org.centrallobby.lookup.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.centrallobby.lookup.file.BadFile;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Source;

/** What the configuration says of where parts come from, and the way to get them from there. */
@ApplicationScoped
class Origins {
    private final PartReader reader;
    private final Map<Part, Origin> configured = new EnumMap<>(Part.class);

    Origins(PartReader reader, DatasetConfig config) {
        this.reader = reader;
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
            case Origin.Web(var address) -> throw new BadFile(address.toString(), "not yet");
            case Origin.ParliamentApi api -> throw new BadFile(api.label(), "not yet");
        };
    }
}
