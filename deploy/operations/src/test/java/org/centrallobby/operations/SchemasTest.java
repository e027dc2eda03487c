package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
    private static final List<JsonNode> CHART = Chart.with().objects();

    @ParameterizedTest
    @ValueSource(strings = {"cloudnative-pg.yaml", "external-secrets.yaml", "keda.yaml", "strimzi.yaml"})
    void everyFieldOfTheExamplesIsKnown(String example) {
        assertThat(example(example)).isNotEmpty().allSatisfy(Schemas::isKnown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strimzi.yaml          | kraftMetadata: shared  | kraftMetdata: shared | kraftMetdata
            strimzi.yaml          | kraftMetadata: shared  | kraftMetadata: split | split
            strimzi.yaml          | [controller, broker]   | [controler, broker]  | controler
            strimzi.yaml          | size: 100Gi            | size: 100            | 100
            strimzi.yaml          | partitions: 6          | partitions: "6"      | "6"
            strimzi.yaml          | type: persistent-claim | type: persistent     | persistent
            strimzi.yaml          | labels:                | lables:              | lables
            strimzi.yaml          | version: 4.2.0         | replicas: 3          | replicas
            strimzi.yaml          | io/v1                  | io/v1beta2           | V1beta2Kafka
            cloudnative-pg.yaml   | instances: 3           | instance: 3          | spec.instance is not in the table
            cloudnative-pg.yaml   | method: any            | method: quorum       | "quorum" is no any
            cloudnative-pg.yaml   | max_connections: "400" | max_connections: 400 | 400 is no string
            cloudnative-pg.yaml   | owner: mail            | owned: mail          | spec.owner! is missing
            cloudnative-pg.yaml   | name: mp-lookup        | nmae: mp-lookup      | nmae
            external-secrets.yaml | remoteRef              | remoteref            | remoteref
            keda.yaml             | parameter: ca          | param: ca            | param
            """)
    void whatIsWrongIsNamed(String example, String right, String wrong, String named) {
        var text = Checkout.text("deploy/kubernetes/examples/" + example);
        assertThat(text).contains(right);

        assertThatThrownBy(() -> Checkout.documents(text.replace(right, wrong)).forEach(Schemas::isKnown))
                .hasStackTraceContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, readinessProbe, readynessProbe",
        "ScaledObject, lagThreshold, lagThresold",
        "ScaledObject, currentReplicasIfHigher, currentReplicasIfMore",
        "PodMonitor, targetLabel, targetLable"
    })
    void whatIsWrongInTheChartIsNamed(String kind, String right, String wrong) {
        var objects = CHART.stream()
                .filter(object -> object.get("kind").asText().equals(kind))
                .toList();
        assertThat(objects.toString()).contains(right);

        assertThatThrownBy(() -> objects.stream()
                        .map(object -> Checkout.yaml(object.toString().replace(right, wrong)))
                        .forEach(Schemas::isKnown))
                .hasStackTraceContaining(wrong);
    }

    private static List<JsonNode> example(String name) {
        return Checkout.documents(Checkout.text("deploy/kubernetes/examples/" + name));
    }
}
