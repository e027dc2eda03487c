package org.centrallobby.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the project, from its root. */
final class Checkout {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    static final List<String> SERVICES = List.of("letter-service", "mp-lookup-service", "mail-service");

    /** Settings of the framework that what runs the services uses beside the tables of the README. */
    static final Set<String> OF_THE_FRAMEWORK = Set.of(
            "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
            "QUARKUS_FLYWAY_MIGRATE_AT_START",
            "QUARKUS_INIT_AND_EXIT",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_TRUSTSTORE_LOCATION",
            "KAFKA_SASL_MECHANISM");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z][A-Z0-9_]*)` \\| (required)?.*");

    private Checkout() {}

    static Path path(String file) {
        return ROOT.resolve(file);
    }

    static String text(String file) {
        return text(path(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one document of a YAML text; a key twice is an error. */
    static JsonNode yaml(String text) {
        var documents = documents(text);
        if (documents.size() != 1) {
            throw new IllegalArgumentException("One document, not " + documents.size());
        }
        return documents.getFirst();
    }

    /** All documents of a YAML text that hold anything. */
    static List<JsonNode> documents(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var documents = new ArrayList<JsonNode>();
        for (var document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            if (document != null) {
                documents.add(JSON.valueToTree(document));
            }
        }
        return documents;
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables that the README's table has for a service. */
    static Set<String> variables(String service) {
        return variables(service, false);
    }

    /** Those of them without a default. */
    static Set<String> requiredVariables(String service) {
        return variables(service, true);
    }

    private static Set<String> variables(String service, boolean requiredOnly) {
        var variables = new TreeSet<String>();
        text("README.md")
                .lines()
                .dropWhile(line -> !line.equals("#### " + service))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .map(ROW::matcher)
                .filter(row -> row.matches() && !(requiredOnly && row.group(2) == null))
                .forEach(row -> variables.add(row.group(1)));
        return variables;
    }
}
