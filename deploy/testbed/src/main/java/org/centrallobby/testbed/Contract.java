package org.centrallobby.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The contracts between the services as tests use them: what a producer builds is held against the schema, what a consumer reads are the examples. */
public final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchema schema;

    private Contract(JsonSchema schema) {
        this.schema = schema;
    }

    /** The schema of that name, for instance {@code seat.v1}. */
    public static Contract of(String name) {
        return ofText(resource("schema/%s.schema.json".formatted(name)));
    }

    /** A schema of somebody else's. */
    public static Contract ofText(String schema) {
        return new Contract(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema));
    }

    /** The text of an example, for instance {@code seat-filled.v1}. */
    public static String example(String name) {
        return resource("example/%s.json".formatted(name));
    }

    /** What is wrong with the document, a sentence each; empty where it keeps the contract. */
    public List<String> violations(String json) {
        try {
            JsonNode document = JSON.readTree(json);
            return schema.validate(document).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("not JSON: " + e.getOriginalMessage());
        }
    }

    private static String resource(String path) {
        try (var stream = Contract.class.getResourceAsStream("/contracts/" + path)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no contract " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
