package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What Kubernetes and its operators understand: by the models of Kubernetes and of Strimzi, and by a table for the others. */
final class Schemas {
    private static final JsonNode TABLE =
            Checkout.yaml(Checkout.text("deploy/operations/src/test/resources/operators.yaml"));
    private static final Map<String, String> OF_STRIMZI = Map.of(
            "kafka.strimzi.io/v1 Kafka", "kafka.Kafka",
            "kafka.strimzi.io/v1 KafkaNodePool", "nodepool.KafkaNodePool",
            "kafka.strimzi.io/v1 KafkaTopic", "topic.KafkaTopic",
            "kafka.strimzi.io/v1 KafkaUser", "user.KafkaUser");
    private static final ObjectMapper STRICT =
            JsonMapper.builder().annotationIntrospector(new NothingElse()).build();

    private Schemas() {}

    /** Fails with the name of what is not understood: a field, or what it holds. */
    static void isKnown(JsonNode object) {
        var kind = object.get("apiVersion").asText() + " " + object.get("kind").asText();
        if (OF_STRIMZI.containsKey(kind)) {
            isKnownToStrimzi(object, OF_STRIMZI.get(kind));
        } else if (TABLE.has(kind)) {
            isInTheTable(object, TABLE.get(kind));
        } else {
            isKnownToKubernetes(object, model(object));
        }
    }

    /** Strimzi reads an unknown word as none, and so what it would write has to be what it read. */
    private static void isKnownToStrimzi(JsonNode object, String model) {
        try {
            var read = STRICT.treeToValue(object, Class.forName("io.strimzi.api.kafka.model." + model));
            assertThat(STRICT.<JsonNode>valueToTree(read)).as(name(object)).isEqualTo(object);
        } catch (JsonProcessingException e) {
            throw new AssertionError(name(object), e);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("Strimzi has no " + model, e);
        }
    }

    private static void isInTheTable(JsonNode object, JsonNode fields) {
        var faults = new ArrayList<String>();
        compare("spec", object.path("spec"), fields, faults);
        assertThat(faults).as(name(object)).isEmpty();
        assertThat(object.propertyStream().map(Map.Entry::getKey))
                .as(name(object))
                .containsExactlyInAnyOrder("apiVersion", "kind", "metadata", "spec");
        isKnownToKubernetes(object.get("metadata"), "V1ObjectMeta");
    }

    private static void compare(String path, JsonNode value, JsonNode expected, List<String> faults) {
        if (expected.isTextual()) {
            if (!fits(value, expected.asText())) {
                faults.add("%s: %s is no %s".formatted(path, value, expected.asText()));
            }
        } else if (expected.isArray() && value.isArray()) {
            value.forEach(element -> compare(path, element, expected.get(0), faults));
        } else if (expected.isObject() && value.isObject()) {
            compareFields(path, value, expected, faults);
        } else {
            faults.add("%s: %s is no %s".formatted(path, value, expected.getNodeType()));
        }
    }

    private static void compareFields(String path, JsonNode value, JsonNode expected, List<String> faults) {
        value.properties().forEach(field -> {
            var at = path + "." + field.getKey();
            Stream.of(field.getKey(), field.getKey() + "!", "*")
                    .filter(expected::has)
                    .findFirst()
                    .ifPresentOrElse(
                            known -> compare(at, field.getValue(), expected.get(known), faults),
                            () -> faults.add(at + " is not in the table"));
        });
        expected.fieldNames().forEachRemaining(known -> {
            if (known.endsWith("!") && !value.has(known.substring(0, known.length() - 1))) {
                faults.add("%s.%s is missing".formatted(path, known));
            }
        });
    }

    private static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "quantity" -> value.isTextual() || value.isNumber();
            default -> value.isTextual() && Set.of(type.split("\\|")).contains(value.asText());
        };
    }

    private static void isKnownToKubernetes(JsonNode object, String model) {
        try {
            Class.forName("io.kubernetes.client.openapi.models." + model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(object.toString()));
        } catch (InvocationTargetException e) {
            throw new AssertionError(name(object), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("nobody knows a " + model, e);
        }
    }

    private static String model(JsonNode object) {
        var version = object.get("apiVersion").asText();
        var group = version.substring(version.lastIndexOf('/') + 1);
        return group.substring(0, 1).toUpperCase(Locale.ROOT)
                + group.substring(1)
                + object.get("kind").asText();
    }

    private static String name(JsonNode object) {
        return object.path("kind").asText() + " " + object.at("/metadata/name").asText();
    }

    /** Strimzi's models keep fields that they do not know: here they do not. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
