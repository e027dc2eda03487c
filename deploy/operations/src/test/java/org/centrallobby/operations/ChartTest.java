package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    private static final Chart CHART = Chart.with();

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void everyFieldIsKnown(boolean whole) {
        var chart = Chart.with(
                "keda.enabled",
                whole,
                "podMonitor.enabled",
                whole,
                "mail.bounceListener.enabled",
                whole,
                "ingress.enabled",
                whole);

        assertThat(chart.objects()).hasSizeGreaterThan(19);
        chart.objects().forEach(Schemas::isKnown);
        assertThat(chart.objects().stream()
                        .map(it -> it.get("kind").asText()
                                + it.at("/metadata/name").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPodMayDoAsLittleAsCanBe() {
        assertThat(CHART.pods()).hasSize(6).allSatisfy(pod -> {
            var spec = pod.at("/spec");
            assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(spec.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(spec.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(spec.at("/automountServiceAccountToken")).hasToString("false");
            var container = spec.at("/containers/0");
            assertThat(container.at("/securityContext/allowPrivilegeEscalation"))
                    .hasToString("false");
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/requests/cpu").isMissingNode()).isFalse();
            assertThat(container.at("/resources/limits/memory").isMissingNode()).isFalse();
            assertThat(container.at("/image").asText()).matches("registry.example.org/central-lobby/[a-z-]+:1\\.0\\.0");
        });
    }

    @Test
    void aServiceGetsWhatItKnowsAndItsSecretsAsFiles() {
        for (var service : Checkout.SERVICES) {
            for (var pod : List.of(CHART.one("Deployment", service), CHART.one("Job", service + "-migration"))) {
                var given = new TreeSet<String>();
                pod.at("/spec/template/spec/containers/0/env").forEach(variable -> {
                    assertThat(variable.get("value").isTextual())
                            .as(variable.toString())
                            .isTrue();
                    given.add(variable.get("name").asText());
                });
                assertThat(given).noneMatch(variable -> variable.matches(".*(PASSWORD|SECRET|_KEY|TOKEN)$"));
                given.removeAll(Checkout.OF_THE_FRAMEWORK);
                assertThat(Checkout.variables(service)).as(service).containsAll(given);
                given.addAll(Set.of("OPERATOR_KEY", "IDENTITY_SECRET"));
                assertThat(given).as(service).containsAll(Checkout.requiredVariables(service));
                assertThat(pod.at("/spec/template/spec/volumes/0/projected/sources/1/secret/items/0/path")
                                .asText())
                        .isEqualTo("DATABASE_PASSWORD");
            }
        }
    }

    @Test
    void noProbeAsksForKafkaAndOnlyReadinessForTheDatabase() {
        for (var service : Checkout.SERVICES) {
            var container = CHART.one("Deployment", service).at("/spec/template/spec/containers/0");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
            assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
            assertThat(Checkout.text(service + "/src/main/resources/application.properties")
                            .lines())
                    .as("every channel of %s stays out of its health", service)
                    .filteredOn(line -> line.matches("mp\\.messaging\\.(incoming|outgoing)\\.[a-z-]+\\.connector=.*"))
                    .isNotEmpty()
                    .allSatisfy(
                            line -> assertThat(Checkout.text(service + "/src/main/resources/application.properties"))
                                    .contains(line.replaceAll("\\.connector=.*", ".health-enabled=false")));
        }
    }

    @Test
    void migrationsRunBeforeAndPodsNeverMigrate() {
        for (var service : Checkout.SERVICES) {
            var job = CHART.one("Job", service + "-migration");
            assertThat(job.at("/metadata/annotations").get("looked-at/hook").asText())
                    .isEqualTo("pre-install,pre-upgrade");
            assertThat(environment(job, "QUARKUS_INIT_AND_EXIT")).isEqualTo("true");
            assertThat(environment(job, "QUARKUS_FLYWAY_MIGRATE_AT_START")).isEqualTo("true");
            assertThat(environment(CHART.one("Deployment", service), "QUARKUS_FLYWAY_MIGRATE_AT_START"))
                    .isEqualTo("false");
        }
    }

    @Test
    void everySelectorFindsTheServicesPodsAndNoOthers() {
        for (var service : Checkout.SERVICES) {
            var own = CHART.one("Deployment", service).at("/spec/template/metadata/labels");
            for (var selector : List.of(
                    CHART.one("Deployment", service).at("/spec/selector/matchLabels"),
                    CHART.one("Service", service).at("/spec/selector"),
                    CHART.one("PodDisruptionBudget", service).at("/spec/selector/matchLabels"),
                    CHART.one("NetworkPolicy", service).at("/spec/podSelector/matchLabels"))) {
                assertThat(CHART.pods().stream()
                                .map(pod -> pod.at("/metadata/labels"))
                                .filter(labels -> fits(selector, labels)))
                        .as("%s %s", service, selector)
                        .containsExactly(own);
            }
        }
    }

    @Test
    void nothingIsLetThroughThatIsNotListed() {
        var nothing = CHART.one("NetworkPolicy", "nothing");
        assertThat(nothing.at("/spec/policyTypes")).hasToString("[\"Ingress\",\"Egress\"]");
        assertThat(nothing.at("/spec").has("ingress")).isFalse();
        assertThat(CHART.pods())
                .allMatch(pod -> fits(nothing.at("/spec/podSelector/matchLabels"), pod.at("/metadata/labels")));
        // Webhooks go to the internet and to nothing of the cluster.
        assertThat(CHART.one("NetworkPolicy", "letter-service").toString()).contains("10.0.0.0/8", "169.254.0.0/16");
        assertThat(CHART.one("NetworkPolicy", "migration").at("/spec").has("ingress"))
                .isFalse();
        assertThat(CHART.one("NetworkPolicy", "mail-service").toString()).contains("\"port\":587");
    }

    @Test
    void everyPageIsReachedAndNothingOfTheOperators() {
        var ingress = CHART.one("Ingress", "public");
        var pages = new TreeSet<String>();
        ingress.at("/spec/rules/0/http/paths")
                .forEach(path -> pages.add(path.get("path").asText()));
        var declared = new TreeSet<String>();
        Checkout.files("letter-service/src/main/java", "Resource.java")
                .forEach(file -> Pattern.compile("(?m)^@Path\\(\"(/[a-z0-9]+)")
                        .matcher(Checkout.text(file))
                        .results()
                        .forEach(found -> declared.add(found.group(1))));

        declared.remove("/v1");
        Checkout.yaml(Checkout.text("deploy/contracts/openapi/letter-service.yaml"))
                .path("paths")
                .fieldNames()
                .forEachRemaining(path -> declared.add(path.replaceFirst("^(/v1/[a-z]+).*", "$1")));
        // The operator's key opens these, and nobody else's.
        var operators = List.of("/v1/erasures", "/v1/map", "/v1/organisations");
        assertThat(declared).hasSizeGreaterThan(10).containsAll(operators);
        operators.forEach(declared::remove);
        declared.removeIf(path -> path.startsWith("/osdi/"));

        assertThat(pages)
                .containsAll(declared)
                .contains("/widget")
                .doesNotContain("/v1")
                .doesNotContainAnyElementsOf(operators)
                .noneMatch(path -> path.equals("/") || path.startsWith("/q"));
        assertThat(ingress.at("/spec/rules/1/http/paths").findValuesAsText("path"))
                .containsExactly("/unsubscribe", "/v1/bounces");
        assertThat(Checkout.text("deploy/compose/proxy/Caddyfile"))
                .contains("/unsubscribe/* /v1/bounces", "path /q /q/*")
                .contains(operators);
    }

    @Test
    void replicasFollowTheLoadAndWhatWaits() {
        var mail = CHART.one("ScaledObject", "mail-service");
        assertThat(mail.at("/spec/triggers").findValuesAsText("topic")).containsExactly("letter.mail-request.v1");
        assertThat(CHART.one("ScaledObject", "letter-service")
                        .at("/spec/triggers")
                        .findValuesAsText("type"))
                .containsExactly("cpu", "kafka", "prometheus");
        assertThat(CHART.of("HorizontalPodAutoscaler")).isEmpty();
        assertThat(CHART.of("ScaledObject"))
                .hasSize(3)
                .allSatisfy(object -> assertThat(object.at("/spec").has("fallback"))
                        .as("KEDA refuses it where processors are all that counts")
                        .isEqualTo(object.at("/spec/triggers").size() > 1));
        for (var service : List.of("letter-service", "mail-service")) {
            var trigger = CHART.one("ScaledObject", service).at("/spec/triggers/1/metadata");
            var properties = Checkout.text(service + "/src/main/resources/application.properties");
            assertThat(properties)
                    .contains(".group.id=" + trigger.get("consumerGroup").asText());
            assertThat(properties).contains(".topic=" + trigger.get("topic").asText());
        }

        var plain = Chart.with("keda.enabled", false, "mailService.autoscaling.enabled", false);
        assertThat(plain.of("HorizontalPodAutoscaler")).hasSize(2);
        assertThat(plain.one("Deployment", "mail-service").at("/spec/replicas").asInt())
                .isEqualTo(2);
        assertThat(plain.one("Deployment", "letter-service").at("/spec").has("replicas"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hosts.public", "hosts.mail", "kafka.bootstrapServers", "databases.letterService.url",
                "databases.mailService.passwordSecret.name", "mail.relay.host", "mail.fromAddress", "mail.bounceDomain",
                "ingress.trustedProxies"
            })
    void whatIsMissingIsNamed(String value) {
        assertThatThrownBy(() -> Chart.with(value, "")).hasMessageContaining(value + " is required");
    }

    @ParameterizedTest
    @CsvSource({
        "mail.relay.tsl, required, tsl",
        "mail.relay.tls, sometimes, tls",
        "letterService.replicas, two, replicas",
        "image.tag, latest, tag",
        "mailService.environment.smtp-host, x, smtp-host"
    })
    void whatIsMistypedIsRefused(String value, String content, String named) {
        assertThatThrownBy(() -> Chart.with(value, content)).hasMessageContaining(named);
    }

    private static boolean fits(JsonNode selector, JsonNode labels) {
        return selector.properties().stream().allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    private static String environment(JsonNode object, String name) {
        for (var variable : object.at("/spec/template/spec/containers/0/env")) {
            if (variable.get("name").asText().equals(name)) {
                return variable.get("value").asText();
            }
        }
        throw new AssertionError("no " + name);
    }
}
