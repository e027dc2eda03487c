package org.centrallobby.testbed.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.centrallobby.testbed.Contract;

/** The OpenAPI document as it is served, for those who walk over every operation of it. */
public final class ApiDocument {
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /** As the service under test serves it. */
    public static ApiDocument served() {
        try {
            return new ApiDocument(
                    JSON.readTree(given().get("/q/openapi?format=json").asString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every operation that programs use; the pages for people are not in the document. */
    public List<ApiOperation> operations() {
        var operations = new ArrayList<ApiOperation>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new ApiOperation(
                                this,
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }

    /** What operations take from their address: the operation and the parameter's name, for instance {@code GET /v1/mails: state}. */
    public List<String> parameters() {
        return operations().stream()
                .flatMap(operation -> StreamSupport.stream(
                                operation.node().path("parameters").spliterator(), false)
                        .filter(parameter -> !parameter.path("in").asText().equals("header"))
                        .map(parameter ->
                                operation.name() + ": " + parameter.path("name").asText()))
                .toList();
    }

    /** The schema itself where it is only pointed at. */
    public JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : resolved(root.at(reference.asText().substring(1)));
    }

    /**
     * What is wrong with a value, a sentence each. A property that is null counts as one that is left out: the document
     * names the types of what is there.
     */
    public List<String> violations(JsonNode schema, JsonNode value) {
        var document = JSON.createObjectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.set("$defs", root.at("/components/schemas"));
        document.set("allOf", JSON.createArrayNode().add(schema));
        return Contract.ofText(document.toString().replace("#/components/schemas/", "#/$defs/"))
                .violations(withoutNulls(value).toString());
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (value.isArray()) {
            var elements = JSON.createArrayNode();
            value.forEach(element -> elements.add(withoutNulls(element)));
            return elements;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode properties = JSON.createObjectNode();
        value.properties().stream()
                .filter(property -> !property.getValue().isNull())
                .forEach(property -> properties.set(property.getKey(), withoutNulls(property.getValue())));
        return properties;
    }
}
