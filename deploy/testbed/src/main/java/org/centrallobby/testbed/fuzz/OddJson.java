package org.centrallobby.testbed.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.centrallobby.testbed.api.ApiDocument;

/** Puts odd things into a JSON document that was well. */
final class OddJson {
    private static final String PLACE = "the place of the value";

    private final RandomGenerator random;
    private final Oddities oddities;

    OddJson(RandomGenerator random, Oddities oddities) {
        this.random = random;
        this.oddities = oddities;
    }

    /** The text of it, well-formed or not. */
    String of(JsonNode sample) {
        var places = places("", sample);
        if (places.isEmpty()) {
            return oddities.json();
        }
        var pointer = oddities.one(places);
        return switch (random.nextInt(12)) {
            case 0 -> oddities.json();
            case 1 -> without(sample, pointer);
            case 2 -> twice(sample, pointer);
            case 3 -> more(sample);
            case 4 -> of(read(without(sample, pointer)));
            case 5 -> "[" + sample + "]";
            default -> with(sample, pointer, oddities.json());
        };
    }

    private String with(JsonNode sample, String pointer, String json) {
        var changed = sample.deepCopy();
        switch (changed.at(parent(pointer))) {
            case ObjectNode object -> object.set(name(pointer), TextNode.valueOf(PLACE));
            case ArrayNode array -> array.set(Integer.parseInt(name(pointer)), TextNode.valueOf(PLACE));
            default -> throw new IllegalArgumentException(pointer);
        }
        return changed.toString().replace("\"" + PLACE + "\"", json);
    }

    private static String without(JsonNode sample, String pointer) {
        var changed = sample.deepCopy();
        switch (changed.at(parent(pointer))) {
            case ObjectNode object -> object.remove(name(pointer));
            case ArrayNode array -> array.remove(Integer.parseInt(name(pointer)));
            default -> throw new IllegalArgumentException(pointer);
        }
        return changed.toString();
    }

    private String twice(JsonNode sample, String pointer) {
        var value = sample.at(pointer).toString();
        return sample.at(parent(pointer)).isObject()
                ? with(sample, pointer, "%s, \"%s\": %s".formatted(value, name(pointer), value))
                : with(sample, pointer, value + ", " + value);
    }

    private String more(JsonNode sample) {
        var text = sample.toString();
        // A name that is not known comes back in the pointer, so that a typing error is found.
        var name = TextNode.valueOf(oddities.unmarked()).toString();
        var comma = sample.isEmpty() ? "" : ", ";
        return text.endsWith("}")
                ? "%s%s%s: %s}".formatted(text.substring(0, text.length() - 1), comma, name, oddities.json())
                : text + text;
    }

    private static JsonNode read(String json) {
        try {
            return ApiDocument.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pointers to every value but the whole. */
    private static List<String> places(String pointer, JsonNode value) {
        var places = new ArrayList<String>();
        if (!pointer.isEmpty()) {
            places.add(pointer);
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                places.addAll(places(pointer + "/" + property.getKey(), property.getValue()));
            }
        } else {
            for (var index = 0; index < value.size(); index++) {
                places.addAll(places(pointer + "/" + index, value.get(index)));
            }
        }
        return places;
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
