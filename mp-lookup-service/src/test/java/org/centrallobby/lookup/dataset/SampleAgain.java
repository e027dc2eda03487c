package org.centrallobby.lookup.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.centrallobby.lookup.file.Progress;
import org.centrallobby.lookup.file.Source;

/** Puts the sample back after a test has loaded something else. */
@ApplicationScoped
public class SampleAgain {
    private final ReleaseDesk desk;
    private final Serving serving;
    private final PartReader reader;

    SampleAgain(ReleaseDesk desk, Serving serving, PartReader reader) {
        this.desk = desk;
        this.serving = serving;
        this.reader = reader;
    }

    public void serve() throws InterruptedException {
        var decision = desk.decide(List.of(
                sample(Part.POSTCODES, "postcodes"),
                sample(Part.NORTHERN_IRELAND, "northern-ireland"),
                sample(Part.SPLITS, "splits"),
                sample(Part.MEMBERS, "members"),
                sample(Part.CORRECTIONS, "corrections"),
                new ReleaseDesk.Candidate(
                        new ReadPart(
                                Part.PARLIAMENT,
                                new PartContent.ParliamentState(Parliament.SITTING),
                                ReadReport.clean(1, List.of())),
                        "sample",
                        true)));
        if (decision.release() != null) {
            serving.serve(decision.release(), decision.content());
        }
    }

    private ReleaseDesk.Candidate sample(Part part, String name) {
        var source = Source.shipped("sample/%s.csv".formatted(name));
        return new ReleaseDesk.Candidate(reader.read(part, source, new Progress()), source.label(), true);
    }
}
