package org.centrallobby.testbed.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One operation of the OpenAPI document. */
public record ApiOperation(ApiDocument document, String method, String path, JsonNode node) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** What goes over the line: of which media type, an example of it, and what the document says about its form. */
    public record Content(String mediaType, @Nullable JsonNode example, JsonNode schema) {
        public boolean isJson() {
            return mediaType.equals("application/json") || mediaType.endsWith("+json");
        }
    }

    /** For instance {@code GET /v1/campaigns/{id}}. */
    public String name() {
        return method + " " + path;
    }

    /** Whether it is not for everybody. */
    public boolean needsKey() {
        return !node.path("security").isEmpty();
    }

    /** The parts of the path up to and with each parameter. */
    public List<String> parameters() {
        return PARAMETER
                .matcher(path)
                .results()
                .map(found -> path.substring(0, found.end()))
                .toList();
    }

    /** Empty where it takes no body. */
    public Optional<Content> request() {
        return content(node.path("requestBody"));
    }

    /** The status of the answer when all is well. */
    public int success() {
        return node.path("responses").properties().stream()
                .map(response -> response.getKey())
                .filter(status -> status.startsWith("2"))
                .map(Integer::parseInt)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name() + " says nothing of its answer when all is well"));
    }

    /** What is answered when all is well; empty for an answer without a body. */
    public Optional<Content> answer() {
        return content(node.path("responses").path(String.valueOf(success())));
    }

    /** Sends the operation to a path whose parameters are filled in, with all that it needs beside the key. */
    public io.restassured.response.Response send(RequestSpecification request, String filled, @Nullable String body) {
        node.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query") && parameter.has("example")) {
                request.queryParam(
                        parameter.path("name").asText(),
                        parameter.path("example").asText());
            }
            if (parameter.path("name").asText().equals("If-Match")) {
                request.header("If-Match", "*");
            }
        });
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (body != null) {
            request.contentType(request().orElseThrow().mediaType()).body(body);
        }
        return request.request(method, filled);
    }

    private Optional<Content> content(JsonNode holder) {
        return holder.path("content").properties().stream().findFirst().map(content -> {
            var schema = content.getValue().path("schema");
            return new Content(content.getKey(), example(content.getValue(), schema), schema);
        });
    }

    /** Something that could be sent: the example, or one made of those that the schema gives for its parts; null where it takes no body. */
    public @Nullable JsonNode sample() {
        return request()
                .map(content -> content.example() == null ? sample(content.schema()) : content.example())
                .orElse(null);
    }

    private JsonNode sample(JsonNode schema) {
        var form = document.resolved(schema);
        var properties = ApiDocument.JSON.createObjectNode();
        form.path("properties")
                .properties()
                .forEach(
                        property -> first(document.resolved(property.getValue()).path("examples"))
                                .or(() -> first(property.getValue().path("examples")))
                                .ifPresent(example -> properties.set(property.getKey(), example)));
        return properties;
    }

    private @Nullable JsonNode example(JsonNode content, JsonNode schema) {
        if (content.has("example")) {
            return content.path("example");
        }
        return first(content.path("examples"))
                .map(example -> example.path("value"))
                .or(() -> first(document.resolved(schema).path("examples")))
                .orElse(null);
    }

    private static Optional<JsonNode> first(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).findFirst();
    }
}
