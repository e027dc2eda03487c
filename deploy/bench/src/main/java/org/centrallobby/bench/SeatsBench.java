package org.centrallobby.bench;

/** What a campaign has for every seat, as its organisation looks at it before it publishes. */
final class SeatsBench {
    private static final double MILLISECONDS = 1000;

    private final LetterStage stage;

    SeatsBench(LetterStage stage) {
        this.stage = stage;
    }

    void run() {
        var path = "/v1/campaigns/%s/preview".formatted(stage.campaign("seats").id());
        var first = stage.milliseconds(path);
        var figures = Figures.of(stage.quick() ? 1 : 20, () -> stage.milliseconds(path));
        var slowest = Math.max(
                first,
                figures.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        stage.report()
                .add(
                        "preview of all 650 seats, the slowest of %d"
                                .formatted(figures.values().size() + 1),
                        "%.0f ms (median %.0f)".formatted(slowest, figures.median()),
                        "under 1 s",
                        "",
                        slowest < MILLISECONDS);
    }
}
