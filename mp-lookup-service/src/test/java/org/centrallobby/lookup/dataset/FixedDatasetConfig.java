package org.centrallobby.lookup.dataset;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record FixedDatasetConfig(
        Optional<Path> postcodes,
        Optional<Path> northernIreland,
        Optional<Path> splits,
        Optional<Path> members,
        Optional<Path> corrections)
        implements DatasetConfig {

    static final DatasetConfig SAMPLE = of(null, null);

    static DatasetConfig of(@Nullable Path postcodes, @Nullable Path members) {
        return new FixedDatasetConfig(
                Optional.ofNullable(postcodes),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(members),
                Optional.empty());
    }

    static DatasetConfig ofMembers(Path members, Path corrections) {
        return new FixedDatasetConfig(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(members), Optional.of(corrections));
    }
}
