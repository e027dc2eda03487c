package org.centrallobby.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A campaign's letters as CSV, out of a service whose heap could never hold them. */
final class ExportBench {
    private static final double ROWS_A_SECOND = 50_000;
    private static final String HEAP = "-Xmx256m";

    private final LetterStage stage;
    private final LargeCampaign campaign;

    ExportBench(LetterStage stage, LargeCampaign campaign) {
        this.stage = stage;
        this.campaign = campaign;
    }

    void run() {
        var log = stage.folder().resolve("export.log");
        try (var service = Service.start(stage.application().with(HEAP), stage.environment(), log);
                var http = HttpClient.newHttpClient()) {
            service.awaitReady();
            var request = service.request("/v1/campaigns/%s/export?format=csv&of=letters".formatted(campaign.id()))
                    .header("Authorization", "Bearer " + stage.key())
                    .timeout(Duration.ofMinutes(10))
                    .build();
            var begun = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == 404) {
                stage.report()
                        .add(
                                "export of %,d letters".formatted(campaign.letters()),
                                "not there: it answers 404",
                                target(),
                                "",
                                false);
                return;
            }
            if (answer.statusCode() != 200) {
                throw new CannotMeasure("The export answers %d".formatted(answer.statusCode()));
            }
            var rows = new CsvRows();
            try (var body = answer.body()) {
                body.transferTo(rows);
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            stage.report()
                    .add(
                            "export of %,d letters, %.2f GB of CSV".formatted(campaign.letters(), rows.bytes() / 1e9),
                            "%,.0f rows/s, %,d rows; heap of 256 MB, RSS %.0f MB"
                                    .formatted(rows.count() / seconds, rows.count(), service.peakResidentMegabytes()),
                            target(),
                            "",
                            rows.count() >= campaign.letters() && rows.count() / seconds >= ROWS_A_SECOND);
        } catch (IOException e) {
            throw new CannotMeasure("The export broke off: %s; see %s".formatted(e.getMessage(), log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }

    private static String target() {
        return "constant memory, at least 50,000 rows/s";
    }
}
