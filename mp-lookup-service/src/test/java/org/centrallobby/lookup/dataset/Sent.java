package org.centrallobby.lookup.dataset;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.BoundaryFile;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.parliament.OfflineParliament;

/** Reads parts from texts as if somebody had sent them. */
final class Sent {
    static final Boundaries BOUNDARIES = BoundaryFile.read();

    private Sent() {}

    static ReadPart read(Part part, String text) {
        return read(part, Source.upload("sent.csv", bytes(text), text.length()));
    }

    static ReadPart read(Part part, Source source) {
        return new PartReader(BOUNDARIES, OfflineParliament.seats()).read(part, source, new Progress());
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
