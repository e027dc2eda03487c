package org.centrallobby.lookup.dataset;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.centrallobby.lookup.file.BadFile;

/** Where the configuration says that a part comes from. */
sealed interface Origin {
    /** The word that stands for Parliament's API. */
    String PARLIAMENT = "parliament";

    /** How it is called to everyone: no folder of the machine, no address. */
    String label();

    /** Tells its present content from an earlier one; empty where only loading it would tell. */
    Optional<String> fingerprint();

    /** A file or a folder. */
    record File(Path path) implements Origin {
        @Override
        public String label() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public Optional<String> fingerprint() {
            try {
                return Optional.of(
                        "%s|%d|%s".formatted(path.toAbsolutePath(), Files.size(path), Files.getLastModifiedTime(path)));
            } catch (IOException e) {
                throw new BadFile(path.toString(), "there is no such file, or it cannot be read");
            }
        }
    }

    /** An address of the web. */
    record Web(URI address) implements Origin {
        @Override
        public String label() {
            return String.valueOf(address.getHost());
        }

        @Override
        public Optional<String> fingerprint() {
            return Optional.empty();
        }
    }

    /** Parliament's API. */
    record ParliamentApi() implements Origin {
        @Override
        public String label() {
            return PARLIAMENT;
        }

        @Override
        public Optional<String> fingerprint() {
            return Optional.empty();
        }
    }

    /** What a configured text stands for. */
    static Origin of(Part part, String text) {
        if (part == Part.MEMBERS && text.equals(PARLIAMENT)) {
            return new ParliamentApi();
        }
        return text.startsWith("https://") || text.startsWith("http://")
                ? new Web(URI.create(text))
                : new File(Path.of(text));
    }
}
