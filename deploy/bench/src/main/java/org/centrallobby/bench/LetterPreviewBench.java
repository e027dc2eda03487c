package org.centrallobby.bench;

/** The letter as it would be sent, measured against those that are there. */
final class LetterPreviewBench {
    private static final int LETTERS = 100_000;
    private static final double PER_SECOND = 100;
    private static final double P99_MILLISECONDS = 50;

    private final LetterStage stage;

    LetterPreviewBench(LetterStage stage) {
        this.stage = stage;
    }

    void run() {
        var letters = stage.quick() ? 5_000 : LETTERS;
        var campaign = stage.campaignWithLetter("previewed");
        stage.progress().say("Writing %,d letters".formatted(letters));
        stage.mass().add(campaign.id(), letters, MassLetters.State.SENT, false);
        var load = new Load(stage.service(), stage.progress(), 200, 0, number -> stage.preview(campaign, number));
        stage.progress().say("Previews");
        load.closed(4, stage.seconds(15));
        var service = stage.service().processorTime();
        var database = stage.surroundings().databaseTime();
        var previews = load.open(16, PER_SECOND, stage.seconds(30));
        var count = previews.succeeded().cardinality();
        stage.report()
                .add(
                        "preview with similarity, campaign with %,d letters, p99 at %.0f/s"
                                .formatted(letters, PER_SECOND),
                        "%.1f ms (median %.1f)".formatted(previews.percentile(0.99), previews.percentile(0.5)),
                        "under 50 ms",
                        "",
                        previews.failed() == 0 && previews.percentile(0.99) < P99_MILLISECONDS);
        stage.report()
                .tell(
                        "processor time of a preview there",
                        "%.2f ms service, %.2f ms PostgreSQL"
                                .formatted(
                                        stage.service().processorTime().millisecondsEach(service, count),
                                        stage.surroundings().databaseTime().millisecondsEach(database, count)),
                        "");
    }
}
