package org.centrallobby.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A campaign of a million letters in numbers, at rest and while letters come in, and how fast steps become counts. */
final class StatisticsBench {
    private static final double MILLISECONDS = 50;
    private static final int LETTERS_A_SECOND = 1000;

    /** Written, confirmed, sent. */
    private static final int STEPS = 3;

    private final LetterStage stage;
    private final LargeCampaign campaign;

    StatisticsBench(LetterStage stage, LargeCampaign campaign) {
        this.stage = stage;
        this.campaign = campaign;
    }

    void run() {
        var path = "/v1/campaigns/%s/statistics".formatted(campaign.id());
        fold();
        for (var warm = 0; warm < (stage.quick() ? 1 : 200); warm++) {
            stage.get(path);
        }
        var quiet = asked(path, () -> {});
        stage.progress().say("The same while %,d letters come every second".formatted(LETTERS_A_SECOND));
        var busy = asked(path, this::note);
        stage.report()
                .add(
                        "statistics with %,d letters, p99".formatted(campaign.letters()),
                        "%.1f ms (median %.1f)".formatted(percentile(quiet, 0.99), percentile(quiet, 0.5)),
                        "under 50 ms",
                        "",
                        percentile(quiet, 0.99) < MILLISECONDS);
        stage.report()
                .tell(
                        "the same while the steps of %,d letters come every second".formatted(LETTERS_A_SECOND),
                        "%.1f ms (median %.1f)".formatted(percentile(busy, 0.99), percentile(busy, 0.5)),
                        "");
    }

    /** How long the service takes to count the steps that wait for it. */
    private void fold() {
        var waiting = steps();
        stage.progress().say("Waiting until %,d steps are counted".formatted(waiting));
        // Its rounds begin every five seconds: time counts from when this one has begun.
        while (steps() == waiting) {
            LetterStage.pause(Duration.ofMillis(50));
        }
        var begun = System.nanoTime();
        var left = steps();
        var last = System.nanoTime();
        var remaining = left;
        while (remaining > 0) {
            LetterStage.pause(Duration.ofMillis(200));
            remaining = steps();
            if (System.nanoTime() - last > Duration.ofMinutes(10).toNanos()) {
                throw new CannotMeasure("The steps were not counted within 10 minutes");
            }
        }
        var perSecond = left / ((System.nanoTime() - begun) / 1e9) / STEPS;
        stage.report()
                .add(
                        "fold of the steps of %,d letters".formatted(campaign.letters()),
                        "%.0f letters/s with %d steps each".formatted(perSecond, STEPS),
                        "at least %,d letters/s".formatted(LETTERS_A_SECOND),
                        "",
                        perSecond >= LETTERS_A_SECOND);
    }

    private long steps() {
        return stage.database()
                .number("select coalesce(max(position) - min(position) + 1, 0) from letter_step_journal");
    }

    /** Asks every 100 milliseconds. */
    private List<Double> asked(String path, Runnable before) {
        var times = new ArrayList<Double>();
        for (var asked = 0; asked < (stage.quick() ? 5 : 200); asked++) {
            var due = System.nanoTime() + Duration.ofMillis(100).toNanos();
            before.run();
            times.add(stage.milliseconds(path));
            LetterStage.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
        return times.stream().sorted().toList();
    }

    /** The steps of a tenth of a second. */
    private void note() {
        stage.database().execute("""
                insert into letter_step_journal (campaign, constituency, member, site, channel, own_words, from_state, to_state,
                                                 at, written_at, confirmed_at, weight)
                    select '%s', seat.constituency, seat.member_id, 'www.site-1.example', 'email', 30,
                           (array[null, 'AWAITING_CONFIRMATION', 'CONFIRMED'])[1 + number %% 3],
                           (array['AWAITING_CONFIRMATION', 'CONFIRMED', 'SENT'])[1 + number %% 3],
                           now(), now() - interval '2 minutes', case when number %% 3 > 0 then now() end, 1
                    from generate_series(1, %d) number join bench_seat place on place.n = number %% %d
                    join seat on seat.constituency = place.constituency""".formatted(campaign.id(), LETTERS_A_SECOND * STEPS / 10, Seats.COUNT));
    }

    private static double percentile(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }
}
