package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static List<JsonNode> example(String name) {
        return Checkout.documents(Checkout.text("deploy/kubernetes/examples/" + name));
    }

    @Test
    void theTopicsAreThoseOfTheContract() {
        var topics = new TreeMap<String, Map<String, String>>();
        example("strimzi.yaml").stream()
                .filter(object -> object.get("kind").asText().equals("KafkaTopic"))
                .forEach(topic -> {
                    var settings = new TreeMap<String, String>();
                    topic.at("/spec/config")
                            .properties()
                            .forEach(it ->
                                    settings.put(it.getKey(), it.getValue().asText()));
                    topics.put(topic.at("/metadata/name").asText(), settings);
                });

        assertThat(topics).isEqualTo(Topics.ofTheContract());
    }

    @Test
    void theServicesMayDoInKafkaWhatTheyDo() {
        var resources = example("strimzi.yaml").stream()
                .filter(object -> object.get("kind").asText().equals("KafkaUser"))
                .findFirst()
                .orElseThrow()
                .at("/spec/authorization/acls");
        var prefixes = new TreeSet<String>();
        resources.forEach(acl -> prefixes.add(acl.at("/resource/name").asText()));

        assertThat(Topics.ofTheContract().keySet())
                .allMatch(topic -> prefixes.stream().anyMatch(topic::startsWith));
    }

    @Test
    void theValuesOfTheExampleFindWhatTheOthersMake() {
        var values = Checkout.yaml(Checkout.text(Chart.EXAMPLE));
        var postgres = example("cloudnative-pg.yaml");
        var roles = postgres.getFirst().at("/spec/managed/roles");

        for (var database : values.get("databases")) {
            var name = database.get("url").asText().replaceAll(".*/(\\w+)\\?.*", "$1");
            assertThat(database.get("url").asText())
                    .contains("//" + postgres.getFirst().at("/metadata/name").asText() + "-rw:");
            assertThat(roles)
                    .anyMatch(role -> role.get("name").asText().equals(name)
                            && role.at("/passwordSecret/name").equals(database.at("/passwordSecret/name")));
            assertThat(postgres)
                    .anyMatch(object -> object.at("/spec/name").asText().equals(name)
                            && object.at("/spec/owner").asText().equals(name));
        }
        assertThat(values.at("/kafka/caSecret").asText()).isEqualTo("central-lobby-cluster-ca-cert");
        assertThat(example("strimzi.yaml"))
                .anyMatch(object -> object.get("kind").asText().equals("KafkaUser")
                        && object.at("/metadata/name").equals(values.at("/kafka/userSecret")));
    }

    @Test
    void kedaLogsInAsTheServicesDo() {
        var values = Checkout.yaml(Checkout.text(Chart.EXAMPLE));
        var keda = example("keda.yaml");
        var login = keda.getLast();

        assertThat(login.at("/metadata/name")).isEqualTo(values.at("/keda/authentication"));
        assertThat(keda.getFirst().at("/data/username")).isEqualTo(values.at("/kafka/userSecret"));
        assertThat(login.at("/spec/configMapTargetRef/0/name"))
                .isEqualTo(keda.getFirst().at("/metadata/name"));
        assertThat(login.at("/spec/secretTargetRef").findValues("name"))
                .containsExactly(values.at("/kafka/userSecret"), values.at("/kafka/caSecret"));
    }

    @Test
    void theSecretsHoldWhatTheServicesRead() {
        var names = Checkout.yaml(Checkout.text(Chart.FOLDER.resolve("values.yaml")))
                .get("secrets");
        var services = Map.of(
                names.get("letterService").asText(), "letter-service",
                names.get("mpLookupService").asText(), "mp-lookup-service",
                names.get("mailService").asText(), "mail-service");

        assertThat(example("external-secrets.yaml")).hasSize(3).allSatisfy(secret -> {
            var service = services.getOrDefault(secret.at("/spec/target/name").asText(), "nobody's");
            var keys = secret.at("/spec/data").findValuesAsText("secretKey");
            var variables = keys.stream().filter(key -> key.matches("[A-Z_]+")).toList();
            assertThat(Checkout.variables(service)).containsAll(variables);
            assertThat(keys).contains("OPERATOR_KEY");
            if (service.equals("mail-service")) {
                assertThat(keys).contains("IDENTITY_SECRET", "dkim-rsa.pem", "dkim-ed25519.pem");
            }
        });
    }
}
