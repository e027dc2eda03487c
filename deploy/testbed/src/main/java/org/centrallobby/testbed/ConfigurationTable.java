package org.centrallobby.testbed;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables of a service with their defaults: as its code declares them, and as the README's table tells
 * them. A test holds one against the other.
 */
public final class ConfigurationTable {
    /** What the table shows where a variable must be set. */
    private static final String REQUIRED = "required";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z][A-Z0-9_]*)` \\| (?:`([^`]*)`|([a-z]*)) \\|.*");

    private ConfigurationTable() {}

    /** Variable to default, from the {@code @ConfigMapping} interfaces below the package and the placeholders of application.properties. */
    public static Map<String, String> declared(String root) {
        var variables = new TreeMap<String, String>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(root).stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(type -> type.reflect())
                        .forEach(type ->
                                collect(type.getAnnotation(ConfigMapping.class).prefix(), type, variables));
        var placeholders = PLACEHOLDER.matcher(read(Path.of("src/main/resources/application.properties")));
        while (placeholders.find()) {
            variables.put(placeholders.group(1), placeholders.group(2) == null ? REQUIRED : placeholders.group(2));
        }
        return variables;
    }

    /** Variable to default, from the table below the service's heading in the README. */
    public static Map<String, String> documented(String service) {
        var variables = new TreeMap<String, String>();
        var heading = "#### " + service;
        var section = read(Path.of("../README.md"))
                .lines()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"));
        section.map(ROW::matcher).filter(java.util.regex.Matcher::matches).forEach(row -> {
            var value = row.group(2) == null ? row.group(3) : row.group(2);
            variables.put(row.group(1), value);
        });
        return variables;
    }

    private static void collect(String prefix, Class<?> mapping, Map<String, String> variables) {
        methods(mapping).forEach(method -> {
            var name = prefix + "." + name(method);
            if (method.getReturnType().isInterface()
                    && method.getReturnType().getName().startsWith("org.centrallobby")) {
                collect(name, method.getReturnType(), variables);
            } else {
                variables.put(variable(name), value(method));
            }
        });
    }

    private static Stream<Method> methods(Class<?> mapping) {
        return Arrays.stream(mapping.getMethods()).filter(method -> !method.isDefault() && !method.isSynthetic());
    }

    private static String name(Method method) {
        var named = method.getAnnotation(WithName.class);
        return named == null
                ? method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT)
                : named.value();
    }

    private static String value(Method method) {
        var value = method.getAnnotation(WithDefault.class);
        if (value != null) {
            return value.value();
        }
        var type = method.getReturnType();
        return type == Map.class || type.getName().startsWith("java.util.Optional") ? "" : REQUIRED;
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
