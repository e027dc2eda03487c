package org.centrallobby.letter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.List;
import org.centrallobby.testbed.api.ApiDocument;

/** Compares an example with what is answered: names and types, not values. Lists are compared by their first elements. */
final class Shape {
    private final ApiDocument document;
    private final List<String> differences = new ArrayList<>();

    private Shape(ApiDocument document) {
        this.document = document;
    }

    /** How the two differ, a sentence each; empty where they do not. A null is a value that is not there just now. */
    static List<String> differences(ApiDocument document, JsonNode schema, JsonNode example, JsonNode answer) {
        var shape = new Shape(document);
        shape.compare("", schema, example, answer);
        return shape.differences;
    }

    private void compare(String pointer, JsonNode schema, JsonNode example, JsonNode answer) {
        if (example.isNull() || answer.isNull()) {
            return;
        }
        if (type(example) != type(answer)) {
            differences.add("%s is %s in the example and %s in the answer"
                    .formatted(pointer, example.getNodeType(), answer.getNodeType()));
        } else if (example.isObject()) {
            compareProperties(pointer, document.resolved(schema), example, answer);
        } else if (example.isArray() && !example.isEmpty() && !answer.isEmpty()) {
            compare(pointer + "/0", document.resolved(schema).path("items"), example.get(0), answer.get(0));
        }
    }

    /** Where lists of the example are empty in the answer; an empty one has the shape of any other. */
    static List<String> emptyLists(String pointer, JsonNode example, JsonNode answer) {
        if (example.isArray() && !example.isEmpty()) {
            return answer.isEmpty() ? List.of(pointer) : emptyLists(pointer + "/0", example.get(0), answer.path(0));
        }
        return example.properties().stream()
                .filter(property -> answer.has(property.getKey()))
                .flatMap(
                        property -> emptyLists(
                                pointer + "/" + property.getKey(), property.getValue(), answer.path(property.getKey()))
                                .stream())
                .toList();
    }

    private void compareProperties(String pointer, JsonNode schema, JsonNode example, JsonNode answer) {
        // Properties whose names are data, for instance a campaign's further letters.
        if (schema.path("additionalProperties").isObject()) {
            var values = schema.path("additionalProperties");
            var common = new ArrayList<String>();
            example.fieldNames().forEachRemaining(common::add);
            common.removeIf(name -> !answer.has(name));
            common.forEach(name -> compare(pointer + "/" + name, values, example.get(name), answer.get(name)));
            if (common.isEmpty() && !example.isEmpty() && !answer.isEmpty()) {
                compare(
                        pointer + "/*",
                        values,
                        example.iterator().next(),
                        answer.iterator().next());
            }
            return;
        }
        // What a person's data are depends on where they are held, and the document says so.
        if (schema.path("type").asText().equals("object") && !schema.has("properties")) {
            return;
        }
        example.fieldNames().forEachRemaining(name -> {
            if (answer.has(name)) {
                compare(
                        pointer + "/" + name,
                        schema.path("properties").path(name),
                        example.path(name),
                        answer.path(name));
            } else {
                differences.add("%s/%s is in the example alone".formatted(pointer, name));
            }
        });
        answer.fieldNames().forEachRemaining(name -> {
            if (!example.has(name)) {
                differences.add("%s/%s is in the answer alone".formatted(pointer, name));
            }
        });
    }

    private static JsonNodeType type(JsonNode value) {
        return value.getNodeType();
    }
}
