package org.centrallobby.lookup.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that belong together, the operator's where there are any and the sample's where those make sense beside them.
 */
final class Sources {
    private Sources() {}

    /** @param directories each a list of postcodes; Northern Ireland stands in one of its own */
    record PostcodeSources(List<Source> directories, Optional<Source> splits) {
        static PostcodeSources of(DatasetConfig config) {
            var sample = config.postcodes().isEmpty();
            var northernIreland = config.northernIreland()
                    .map(Source::of)
                    .or(() -> sample ? Optional.of(Source.shipped("sample/northern-ireland.csv")) : Optional.empty());
            var splits = config.splits()
                    .map(Source::of)
                    .or(() -> sample ? Optional.of(Source.shipped("sample/splits.csv")) : Optional.empty());
            var directories = new ArrayList<Source>();
            directories.add(config.postcodes().map(Source::of).orElseGet(() -> Source.shipped("sample/postcodes.csv")));
            northernIreland.ifPresent(directories::add);
            return new PostcodeSources(List.copyOf(directories), splits);
        }

        List<Source> all() {
            return Stream.concat(directories.stream(), splits.stream()).toList();
        }
    }

    /** Who holds the seats, and how some of them take letters. */
    record MemberSources(Source members, Optional<Source> corrections) {
        static MemberSources of(DatasetConfig config) {
            var sample = config.members().isEmpty();
            return new MemberSources(
                    config.members().map(Source::of).orElseGet(() -> Source.shipped("sample/members.csv")),
                    config.corrections()
                            .map(Source::of)
                            .or(() ->
                                    sample ? Optional.of(Source.shipped("sample/corrections.csv")) : Optional.empty()));
        }

        List<Source> all() {
            return Stream.concat(Stream.of(members), corrections.stream()).toList();
        }
    }

    /** The names of the files, without their folders. */
    static String labels(List<Source> sources) {
        return sources.stream().map(Source::label).collect(Collectors.joining(", "));
    }

    /**
     * A digest of all bytes of the files in their order.
     *
     * @param form what else decides what the files are read as, for instance the version of the reader
     */
    static String sha256(List<Source> sources, String form) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(form.getBytes(StandardCharsets.UTF_8));
            sources.forEach(source -> {
                digest.update((byte) 0);
                source.digest(digest);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
