package org.centrallobby.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The chart as Helm renders it. */
final class Chart {
    static final Path FOLDER = Checkout.path("deploy/kubernetes/central-lobby");
    static final Path EXAMPLE = Checkout.path("deploy/kubernetes/examples/values.yaml");

    /** Helm leaves hooks out of what it renders for somebody who only wants to look: here they are objects like all others. */
    private static final Path WITH_HOOKS = withoutTheWord("helm.sh/hook", "looked-at/hook");

    private final List<JsonNode> objects;

    private Chart(List<JsonNode> objects) {
        this.objects = objects;
    }

    /** With the values of the example, and some in the place of these: name and value by turns. */
    static Chart with(Object... values) {
        var template = new Helm(WITH_HOOKS)
                .template()
                .withName("act")
                .withNamespace("central-lobby")
                .withKubeVersion("1.33.0")
                .withValuesFile(EXAMPLE);
        for (var index = 0; index < values.length; index += 2) {
            template.set((String) values[index], values[index + 1]);
        }
        return new Chart(Checkout.documents(template.call()));
    }

    List<JsonNode> objects() {
        return objects;
    }

    List<JsonNode> of(String kind) {
        return objects.stream()
                .filter(object -> object.get("kind").asText().equals(kind))
                .toList();
    }

    JsonNode one(String kind, String name) {
        return of(kind).stream()
                .filter(object -> object.at("/metadata/name").asText().equals("act-" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** The pods of the deployments and of the migrations. */
    List<JsonNode> pods() {
        return objects.stream()
                .filter(object -> object.at("/spec/template/spec").isObject())
                .map(object -> object.at("/spec/template"))
                .toList();
    }

    private static Path withoutTheWord(String word, String other) {
        try {
            var copy = Files.createTempDirectory("chart").resolve("central-lobby");
            for (var file : Checkout.files("deploy/kubernetes/central-lobby", "")) {
                var target = copy.resolve(FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.writeString(target, Files.readString(file).replace(word, other));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
