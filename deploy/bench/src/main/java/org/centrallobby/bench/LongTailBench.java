package org.centrallobby.bench;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Many campaigns, most of them with a letter an hour: the mean of a day with 10,000 campaigns. No campaign is in any cache when
 * somebody comes; how often one is written to falls as the inverse of its rank.
 */
final class LongTailBench {
    private static final int CAMPAIGNS = 1_000;
    private static final int ORGANISATIONS = 20;
    private static final double PER_SECOND = 12;
    private static final double P99_MILLISECONDS = 250;
    private static final int CONNECTIONS = 16;
    private static final long SEED = 2;

    private final PlatformStage stage;

    LongTailBench(PlatformStage stage) {
        this.stage = stage;
    }

    void run() {
        var campaigns = stage.quick() ? 10 : CAMPAIGNS;
        stage.progress().say("Setting up %,d campaigns".formatted(campaigns));
        var slugs = campaigns(campaigns);
        var lasting = stage.quick() ? Duration.ofSeconds(1) : stage.lasting().dividedBy(2);
        var arrivals = Arrivals.random(PER_SECOND, lasting, SEED);
        stage.progress().say("%,d letters to them".formatted(arrivals.count()));
        var before = stage.post().confirmationMails();
        var shares = shares(campaigns);
        var shown = stage.load(
                200, PlatformStage.APART, number -> stage.writers().campaign(drawn(slugs, shares, number), number));
        var letters = stage.load(
                202, PlatformStage.APART, number -> stage.writers().letter(drawn(slugs, shares, number), number));
        var results = Load.together(
                List.of(() -> shown.open(CONNECTIONS, arrivals), () -> letters.open(CONNECTIONS, arrivals)));
        report(campaigns, arrivals, results.getFirst(), results.getLast(), before);
    }

    private String[] campaigns(int count) {
        var slugs = new String[count];
        var keys = new String[stage.quick() ? 2 : ORGANISATIONS];
        for (var organisation = 0; organisation < keys.length; organisation++) {
            keys[organisation] = LetterStage.organisation(stage.letters());
        }
        for (var campaign = 0; campaign < count; campaign++) {
            slugs[campaign] = stage.campaign(keys[campaign % keys.length], "tail-" + campaign);
            if (campaign % 250 == 249) {
                stage.progress().say("  %,d".formatted(campaign + 1));
            }
        }
        return slugs;
    }

    /** The share of all letters that go to a campaign of this rank or one before it. */
    private static double[] shares(int campaigns) {
        var shares = new double[campaigns];
        var sum = 0.0;
        for (var rank = 0; rank < campaigns; rank++) {
            sum += 1.0 / (rank + 1);
            shares[rank] = sum;
        }
        for (var rank = 0; rank < campaigns; rank++) {
            shares[rank] /= sum;
        }
        return shares;
    }

    private static String drawn(String[] slugs, double[] shares, long number) {
        var place = java.util.Arrays.binarySearch(shares, new Random(number).nextDouble());
        return slugs[Math.min(slugs.length - 1, place < 0 ? -place - 1 : place)];
    }

    private void report(int campaigns, Arrivals arrivals, Load.Result shown, Load.Result written, int before) {
        stage.post().awaitQuiet(Duration.ofSeconds(5), Duration.ofMinutes(2));
        var asked = stage.post().confirmationMails() - before;
        var report = stage.report();
        report.add(
                "long tail: letters to %,d campaigns at %.0f/s, accepted".formatted(campaigns, PER_SECOND),
                "%,d; %,d asked to confirm".formatted(written.succeeded().cardinality(), asked),
                "all %,d".formatted(arrivals.count()),
                "1 million letters a day are 11.6/s",
                written.succeeded().cardinality() == arrivals.count() && asked == arrivals.count());
        report.add(
                "long tail: the campaign shown",
                shown.times().text(),
                "p99 under 250 ms",
                "",
                shown.failed() == 0 && shown.percentile(0.99) < P99_MILLISECONDS);
        report.add(
                "long tail: the letter handed in",
                written.times().text(),
                "p99 under 250 ms",
                "",
                written.percentile(0.99) < P99_MILLISECONDS);
    }
}
