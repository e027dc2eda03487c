package org.centrallobby.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the widget in a browser and prints what came of it: the Java half of {@code deploy/bench/widget}. */
@Command(
        name = "deploy/bench/widget",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Measures the widget on a page of another origin, in the Chromium of this machine: how soon the first step can be used, and"
                    + " what the page fetches until then. The platform runs on the same machine.",
            "It takes a minute. Close whatever else the machine is doing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every target was met; with --quick: everything could be measured",
            "1:a target was missed, or something could not be measured",
            "2:the options cannot be used"
        })
final class WidgetBench implements Callable<Integer> {
    private static final int USABLE_WITHIN = 300;
    private static final int LARGEST = 18 * 1024;
    private static final int MOST_REQUESTS = 2;

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--visits",
            paramLabel = "N",
            description = "How often the page is opened (default: ${DEFAULT-VALUE}).")
    private int visits = 15;

    @Option(
            names = "--slowed",
            paramLabel = "N",
            description = "How many times slower than this machine the phone is (default: ${DEFAULT-VALUE}).")
    private int slowed = 4;

    /** Loggers are held weakly: without a reference the level would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Progress progress = new Progress(System.out);

    public static void main(String... arguments) {
        Launch.of(new WidgetBench(), arguments);
    }

    @Override
    public Integer call() throws IOException {
        ROOT.setLevel(Level.OFF);
        var quick = options.quick();
        var folder = options.folder();
        var application = options.application("letter-service");
        var report = new Report(options.title("Widget"));
        try (var visitors = Visitors.with(quick ? 1 : slowed);
                var surroundings = Surroundings.start();
                var page = HostPage.start();
                var service =
                        Service.start(application, surroundings.freshEnvironment(), folder.resolve("widget.log"))) {
            service.awaitReady();
            page.embed(service.url(), campaign(service, page.origin()));
            measure(visitors, page, service, report);
        }
        options.publish(report, "widget", progress);
        return quick || report.allMet() ? 0 : 1;
    }

    private void measure(Visitors visitors, HostPage page, Service service, Report report) {
        progress.say("Warming up");
        IntStream.range(0, options.quick() ? 1 : 3).forEach(i -> visitors.visit(page.origin()));
        progress.say("Opening the page");
        var seen = IntStream.range(0, options.quick() ? 2 : visits)
                .mapToObj(i -> visitors.visit(page.origin()))
                .toList();
        var usable = figures(seen, Visitors.Visit::afterScript);
        report.add(
                "script there to first step usable, processor slowed %d ×".formatted(options.quick() ? 1 : slowed),
                usable.text("%.0f", "ms"),
                "under %d ms".formatted(USABLE_WITHIN),
                "",
                usable.median() < USABLE_WITHIN);
        report.tell(
                "of that, until the campaign has come",
                "%.0f ms".formatted(figures(seen, Visitors.Visit::campaign).median()),
                "");
        report.tell(
                "page opened to first step usable",
                "%.0f ms".formatted(figures(seen, Visitors.Visit::afterOpening).median()),
                "");
        var size = compressedSize(service.url() + "/widget/v1/mp-letter.js");
        report.add(
                "mp-letter.js, compressed (gzip)",
                "%,d bytes".formatted(size),
                "at most %,d".formatted(LARGEST),
                "233 KB the closest of others",
                size <= LARGEST);
        var most = (int)
                seen.stream().mapToInt(visit -> visit.requests().size()).max().orElseThrow();
        report.add(
                "requests until then",
                Integer.toString(most),
                "at most %d".formatted(MOST_REQUESTS),
                "",
                most <= MOST_REQUESTS);
        report.tell(
                "bytes of these, heads included",
                "%,d"
                        .formatted(seen.stream()
                                .mapToLong(Visitors.Visit::bytes)
                                .max()
                                .orElseThrow()),
                "");
        var strangers = seen.stream()
                .flatMap(visit -> visit.requests().stream())
                .filter(url -> !url.startsWith(service.url() + "/"))
                .count();
        report.add("requests to anybody but the platform", Long.toString(strangers), "0", "", strangers == 0);
        var kept = seen.stream().mapToInt(Visitors.Visit::kept).sum();
        report.add("cookies, and entries in the browser's storage", Integer.toString(kept), "0", "", kept == 0);
    }

    private static Figures figures(List<Visitors.Visit> seen, ToDoubleFunction<Visitors.Visit> figure) {
        return new Figures(seen.stream().mapToDouble(figure).boxed().toList());
    }

    /** The slug of a live campaign that pages of the origin may embed. */
    private static String campaign(Service service, String origin) {
        var key = LetterStage.organisation(service, origin);
        var campaign = new HashMap<>(CampaignText.request("libraries"));
        // Rules need to know of seats, and there are none here.
        campaign.keySet().removeAll(Set.of("rules", "letters"));
        var id = LetterStage.post(service, key, "/v1/campaigns", campaign)
                .get("id")
                .asText();
        LetterStage.post(service, key, "/v1/campaigns/%s/publish".formatted(id), Map.of());
        return "libraries";
    }

    private static int compressedSize(String url) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept-Encoding", "gzip")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
                throw new CannotMeasure("The script is not served compressed");
            }
            return answer.body().length;
        } catch (IOException e) {
            throw new CannotMeasure("The script is not served: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }
}
