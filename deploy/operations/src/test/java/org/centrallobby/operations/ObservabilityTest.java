package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservabilityTest {
    private static final String RUNBOOK = Checkout.text("deploy/observability/RUNBOOK.md");
    private static final List<JsonNode> RULES = new ArrayList<>();
    private static final List<JsonNode> DASHBOARDS =
            Checkout.files("deploy/observability/grafana/dashboards", ".json").stream()
                    .map(Checkout::json)
                    .toList();

    static {
        Checkout.yaml(Checkout.text("deploy/observability/alerts.yml"))
                .at("/groups")
                .forEach(group -> group.get("rules").forEach(RULES::add));
    }

    @Test
    void everyMetricOfADashboardOrAnAlertExists() {
        var existing = Metrics.ofTheServices();

        assertThat(existing).hasSizeGreaterThan(15);
        existing.addAll(Metrics.OF_LIBRARIES);
        var asked = new TreeSet<String>();
        expressions().forEach(expression -> asked.addAll(PromQl.metrics(expression)));
        assertThat(existing).containsAll(asked);
    }

    @Test
    void everyMetricOfTheServicesIsShown() {
        var asked = new TreeSet<String>();
        expressions().forEach(expression -> asked.addAll(PromQl.metrics(expression)));
        var families = new TreeSet<String>();
        asked.forEach(metric -> families.add(Metrics.family(metric)));

        // These answer a question that is asked by hand.
        var seldom = Set.of("queue_claim_seconds", "bounce_forged", "bounce_too_large");
        Metrics.ofTheServices().stream()
                .map(Metrics::family)
                .filter(family -> !seldom.contains(family))
                .forEach(family -> assertThat(families).contains(family));
    }

    @Test
    void theReadmeTellsEveryMetric() {
        var told = new TreeSet<String>();
        Pattern.compile("`([a-z_]+)(\\{[a-z, ]+})?`(?=[^|]*\\| (?:all|[a-z]+-))")
                .matcher(Checkout.text("deploy/observability/README.md"))
                .results()
                .forEach(found -> told.add(Metrics.family(found.group(1))));
        var existing = new TreeSet<String>();
        Metrics.ofTheServices().forEach(metric -> existing.add(Metrics.family(metric)));

        assertThat(told).isEqualTo(existing);
    }

    @Test
    void everyAlertHasItsSectionAndEverySectionItsAlert() {
        var sections = new TreeSet<String>();
        Pattern.compile("(?m)^## (\\w+)$").matcher(RUNBOOK).results().forEach(found -> sections.add(found.group(1)));
        var alerts = new TreeSet<String>();
        RULES.forEach(rule -> alerts.add(rule.get("alert").asText()));

        assertThat(alerts).hasSizeGreaterThan(10).hasSize(RULES.size()).isEqualTo(sections);
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(rule.at("/annotations/runbook").asText())
                    .isEqualTo("RUNBOOK.md#" + rule.get("alert").asText().toLowerCase(Locale.ROOT));
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
        });
        for (var section : RUNBOOK.split("(?m)^## ", -1)) {
            if (!section.startsWith("#")) {
                assertThat(section).contains("**Means.** ", "**Look.** ", "**Do.** ");
            }
        }
    }

    @Test
    void theRunbookNamesOnlyWhatTheServicesAnswer() {
        var ports = Map.of("8080", "letter-service", "8081", "mp-lookup-service", "8082", "mail-service");
        var calls = Pattern.compile("(?:-X (\\w+) |(-T \\S+ ))?\"?localhost:(\\d+)(/[^\\s\"`?)]*)(?:\\?(\\w+)=(\\w+))?")
                .matcher(RUNBOOK);
        var found = 0;
        while (calls.find()) {
            var method = calls.group(2) != null
                    ? "put"
                    : calls.group(1) == null ? "get" : calls.group(1).toLowerCase(Locale.ROOT);
            var service = ports.get(calls.group(3));
            var path = calls.group(4);
            var paths = Checkout.yaml(Checkout.text("deploy/contracts/openapi/%s.yaml".formatted(service)))
                    .get("paths");
            var operations = paths.properties().stream()
                    .filter(known -> path.matches(known.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                    .filter(known -> known.getValue().has(method))
                    .map(known -> known.getValue().get(method))
                    .toList();
            assertThat(operations).as("%s %s of the %s", method, path, service).isNotEmpty();
            var parameter = calls.group(5);
            if (parameter != null) {
                assertThat(operations.getFirst().get("parameters"))
                        .as("%s?%s", path, parameter)
                        .anyMatch(known -> known.get("name").asText().equals(parameter));
            }
            found++;
        }
        assertThat(found).isGreaterThan(15);
    }

    @Test
    void aDashboardShowsEveryPanelWhole() {
        assertThat(DASHBOARDS).hasSize(2).allSatisfy(dashboard -> {
            assertThat(dashboard.get("uid").asText()).startsWith("central-lobby-");
            var ids = new HashSet<Integer>();
            var places = new HashSet<String>();
            dashboard.get("panels").forEach(panel -> {
                assertThat(ids.add(panel.get("id").asInt())).isTrue();
                var place = panel.get("gridPos");
                assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
                assertThat(places.add(place.get("x") + " " + place.get("y"))).isTrue();
                if (!panel.get("type").asText().equals("row")) {
                    assertThat(panel.get("targets")).isNotEmpty();
                    assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotEmpty();
                }
            });
        });
    }

    @Test
    void whatIsAskedForWasToBeSeen() {
        var titles = DASHBOARDS.stream()
                .flatMap(it -> it.get("panels").findValuesAsText("title").stream())
                .toList();

        assertThat(titles)
                .contains(
                        "Letters by state",
                        "Age of the outbox",
                        "Age of the queue",
                        "Depth of the queue",
                        "Deferral share by destination",
                        "Look-ups of postcodes",
                        "Age of the data",
                        "Consumer lag",
                        "Heap");
    }

    @Test
    void prometheusAndTheCollectorAskTheThreeServices() {
        for (var configuration : List.of(
                Checkout.yaml(Checkout.text("deploy/observability/prometheus.yml"))
                        .get("scrape_configs"),
                Checkout.yaml(Checkout.text("deploy/observability/collector.yml"))
                        .at("/receivers/prometheus/config/scrape_configs"))) {
            assertThat(configuration.findValuesAsText("job_name"))
                    .containsExactlyInAnyOrderElementsOf(Checkout.SERVICES);
            assertThat(configuration).allSatisfy(job -> {
                var service = job.get("job_name").asText();
                var port = Checkout.text(service + "/src/main/resources/application.properties")
                        .replaceAll("(?s).*HTTP_PORT:(\\d+)}.*", "$1");
                assertThat(job.get("metrics_path").asText()).isEqualTo("/q/metrics");
                assertThat(job.at("/static_configs/0/targets/0").asText()).isEqualTo(service + ":" + port);
            });
        }
    }

    @Test
    void theCollectorUsesWhatItDeclaresAndDeclaresWhatItUses() {
        var collector = Checkout.yaml(Checkout.text("deploy/observability/collector.yml"));
        for (var kind : List.of("receivers", "processors", "exporters")) {
            var declared = new TreeSet<String>();
            collector.get(kind).fieldNames().forEachRemaining(declared::add);
            var used = new TreeSet<String>();
            collector
                    .at("/service/pipelines")
                    .forEach(pipeline -> pipeline.get(kind).forEach(it -> used.add(it.asText())));
            assertThat(used).as(kind).isEqualTo(declared);
        }
        collector
                .at("/service/pipelines")
                .forEach(pipeline ->
                        assertThat(pipeline.at("/processors/0").asText()).isEqualTo("memory_limiter"));
    }

    @Test
    void prometheusUnderstandsIt() {
        assumeTrue(Run.exists("promtool"), "there is no promtool");

        var checked = Run.of("promtool", "check", "rules", "deploy/observability/alerts.yml");
        var tested = Run.of("promtool", "test", "rules", "deploy/observability/alerts-test.yml");

        assertThat(checked.code()).as(checked.said()).isZero();
        assertThat(tested.code()).as(tested.said()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(rate(x[5m])",
                "sum(rate(x))",
                "summ(x)",
                "max(x[5m])",
                "x{a=\"b}",
                "sum by (a) rate(x[5m]))",
                "rate(x{a=\"b\"}[5])"
            })
    void aSlipInAQueryIsFound(String query) {
        assertThatThrownBy(() -> PromQl.metrics(query)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMetricsOfAQueryAreFound() {
        assertThat(PromQl.metrics(
                        "sum by (job) (rate(a_total{b=\"c(\"}[5m])) / max(d) > 0.2 unless on (x) e_seconds > 6 * 3600"))
                .containsExactly("a_total", "d", "e_seconds");
    }

    private static List<String> expressions() {
        var expressions = new ArrayList<String>();
        RULES.forEach(rule -> expressions.add(rule.get("expr").asText()));
        DASHBOARDS.forEach(
                dashboard -> expressions.addAll(dashboard.get("panels").findValuesAsText("expr")));
        assertThat(expressions).hasSizeGreaterThan(40);
        return expressions;
    }
}
