package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {
    private static final String TEXT = Checkout.text("deploy/compose/compose.yaml");
    private static final JsonNode COMPOSE = Checkout.yaml(TEXT);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_0-9]+)[^}]*}");

    @Test
    void everySecretIsDeclaredUsedAndMade(@TempDir Path home) {
        var declared = new TreeMap<String, String>();
        COMPOSE.at("/secrets")
                .properties()
                .forEach(secret -> declared.put(
                        secret.getKey(), secret.getValue().get("file").asText()));
        var used = new TreeSet<String>();
        containers()
                .forEach((name, container) -> container
                        .path("secrets")
                        .forEach(secret -> used.add(
                                secret.isTextual()
                                        ? secret.asText()
                                        : secret.get("source").asText())));

        assertThat(used).isEqualTo(declared.keySet());
        Installation.at(home);
        assertThat(declared.values())
                .allSatisfy(file -> assertThat(home.resolve(file)).exists());
        assertThat(home.resolve("secrets").toFile().list()).hasSize(declared.size());
    }

    @Test
    void aServiceGetsWhatItKnowsAndAllThatItNeeds() {
        for (var service : Checkout.SERVICES) {
            var given = new TreeSet<String>();
            container(service).at("/environment").fieldNames().forEachRemaining(given::add);
            container(service).at("/secrets").forEach(secret -> {
                if (secret.get("target").asText().matches("[A-Z_]+")) {
                    given.add(secret.get("target").asText());
                }
            });
            given.removeAll(Checkout.OF_THE_FRAMEWORK);

            assertThat(Checkout.variables(service))
                    .as(service)
                    .hasSizeGreaterThan(10)
                    .containsAll(given);
            assertThat(given).as(service).containsAll(Checkout.requiredVariables(service));
            assertThat(container(service)
                            .at("/environment/SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS")
                            .asText())
                    .isEqualTo("/run/secrets");
        }
    }

    @Test
    void noSecretStandsInTheEnvironment() {
        containers()
                .forEach((name, container) -> container
                        .path("environment")
                        .fieldNames()
                        .forEachRemaining(variable ->
                                assertThat(variable).as(name).doesNotMatch(".*(PASSWORD|SECRET|_KEY|TOKEN)$")));
    }

    @Test
    void everySettingStandsInTheExampleWithItsMeaning() {
        var example = example();
        var named = new TreeSet<String>();
        PLACEHOLDER.matcher(TEXT).results().forEach(found -> named.add(found.group(1)));

        // Docker compose itself reads this one.
        named.add("COMPOSE_PROFILES");
        assertThat(example.keySet()).isEqualTo(named);
    }

    @Test
    void everyImageIsNamedByItsVersion() {
        var versions = new ArrayList<String>();
        containers().forEach((name, container) -> {
            var image = container.get("image").asText();
            assertThat(image).as(name).matches(".+:\\$\\{(VERSION|[A-Z]+_VERSION)(:\\?[^}]*)?}");
            var version = image.replaceAll(".*:\\$\\{([A-Z_]+).*", "$1");
            versions.add(example().getOrDefault(version, ""));
        });
        assertThat(versions).allMatch(version -> version.matches("v?\\d+\\.\\d+.*"));
    }

    @Test
    void everyContainerIsConfinedAndBounded() {
        containers().forEach((name, it) -> {
            assertThat(it.at("/security_opt/0").asText()).as(name).isEqualTo("no-new-privileges:true");
            assertThat(it.at("/cap_drop/0").asText()).as(name).isEqualTo("ALL");
            assertThat(it.at("/init").asBoolean()).as(name).isTrue();
            assertThat(it.at("/logging/options/max-size").asText()).as(name).isNotEmpty();
            assertThat(it.at("/deploy/resources/limits/memory").asText())
                    .as(name)
                    .isNotEmpty();
            assertThat(it.at("/deploy/resources/limits/pids").asInt()).as(name).isPositive();
            assertThat(it.has("privileged")).as(name).isFalse();
        });
        for (var service : Checkout.SERVICES) {
            assertThat(container(service).at("/read_only").asBoolean())
                    .as(service)
                    .isTrue();
            assertThat(container(service).at("/user").asText()).as(service).isEqualTo("10001:10001");
            assertThat(container(service).has("cap_add")).as(service).isFalse();
        }
        var rooted = new TreeMap<String, JsonNode>(containers());
        rooted.values().removeIf(container -> container.has("user"));
        assertThat(rooted.keySet()).as("who starts as root").containsExactly("postgres", "proxy");
    }

    @Test
    void nobodyButTheProxyAndTheListenerForReturningMailIsReachedFromOutside() {
        var open = new TreeSet<String>();
        containers()
                .forEach((name, container) -> container.path("ports").forEach(port -> {
                    if (!port.asText().startsWith("127.0.0.1:")) {
                        open.add(name + " " + port.asText());
                    }
                }));

        assertThat(open)
                .containsExactly(
                        "mail-service ${BOUNCE_PORT:-25}:2525", "proxy 443:443", "proxy 443:443/udp", "proxy 80:80");
        assertThat(COMPOSE.at("/networks/back/internal").asBoolean()).isTrue();
        for (var name : List.of("postgres", "kafka-1", "kafka-2", "kafka-3", "topics")) {
            assertThat(container(name).at("/networks")).as(name).hasToString("[\"back\"]");
        }
    }

    @Test
    void whatAServiceNeedsIsThereBeforeIt() {
        for (var service : Checkout.SERVICES) {
            assertThat(container(service).at("/depends_on/postgres/condition").asText())
                    .isEqualTo("service_healthy");
            assertThat(container(service).at("/depends_on/topics/condition").asText())
                    .isEqualTo("service_completed_successfully");
        }
        containers()
                .forEach((name, container) -> container
                        .path("depends_on")
                        .properties()
                        .forEach(needed -> {
                            assertThat(COMPOSE.at("/services").has(needed.getKey()))
                                    .as(name)
                                    .isTrue();
                            if (needed.getValue().get("condition").asText().equals("service_healthy")
                                    && !Checkout.SERVICES.contains(needed.getKey())) {
                                assertThat(container(needed.getKey()).has("healthcheck"))
                                        .as(needed.getKey())
                                        .isTrue();
                            }
                        }));
    }

    @Test
    void whatIsMountedIsThere() {
        containers()
                .forEach((name, container) -> container.path("volumes").forEach(volume -> {
                    var source = volume.asText().split(":", 2)[0];
                    if (!source.startsWith(".")) {
                        assertThat(COMPOSE.at("/volumes").has(source))
                                .as(volume.asText())
                                .isTrue();
                    } else if (!source.equals("./data")) {
                        assertThat(Checkout.path("deploy/compose").resolve(source))
                                .as(name)
                                .exists();
                    }
                }));
    }

    @Test
    void theTopicsAreThoseOfTheContract() {
        assertThat(Topics.of(Checkout.text("deploy/compose/kafka/topics.sh"))).isEqualTo(Topics.ofTheContract());
    }

    @Test
    void theClusterHasThreeBrokersThatDifferInNothingButTheirNames() {
        for (var number : List.of("2", "3")) {
            var other = container("kafka-" + number);
            assertThat(other.at("/profiles/0").asText()).isEqualTo("cluster");
            assertThat(other.toString()
                            .replace("kafka-" + number, "kafka-1")
                            .replace("\"KAFKA_NODE_ID\":" + number, "\"KAFKA_NODE_ID\":1")
                            .replace("\"profiles\":[\"cluster\"],", ""))
                    .isEqualTo(container("kafka-1").toString());
        }
    }

    @Test
    void dockerUnderstandsIt(@TempDir Path home) {
        assumeTrue(
                Run.exists("docker") && Run.of("docker", "compose", "version").code() == 0,
                "there is no docker compose");
        Installation.at(home);

        var config = Run.of(
                "docker",
                "compose",
                "-f",
                Checkout.path("deploy/compose/compose.yaml").toString(),
                "--env-file",
                home.resolve(".env").toString(),
                "--profile",
                "cluster",
                "--profile",
                "observe",
                "config",
                "--quiet");

        assertThat(config.said()).isEmpty();
        assertThat(config.code()).isZero();
    }

    private static Map<String, String> example() {
        var settings = new TreeMap<String, String>();
        Checkout.text("deploy/compose/.env.example")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> settings.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return settings;
    }

    private static JsonNode container(String name) {
        return COMPOSE.at("/services").get(name);
    }

    private static Map<String, JsonNode> containers() {
        var containers = new TreeMap<String, JsonNode>();
        COMPOSE.at("/services").properties().forEach(entry -> containers.put(entry.getKey(), entry.getValue()));
        assertThat(containers.keySet()).containsAll(Set.copyOf(Checkout.SERVICES));
        return containers;
    }
}
