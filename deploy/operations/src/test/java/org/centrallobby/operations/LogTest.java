package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the services say in their logs is a fixed vocabulary, and so is what traces tell. */
class LogTest {
    private static final String README = Checkout.text("deploy/observability/README.md");
    private static final Pattern SAID = Pattern.compile(
            "LOG\\.(info|warn|error)f?\\(\\s*(?:\\w+,\\s*)?((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*)?)+)");
    private static final Pattern ANYTHING_SAID = Pattern.compile("\\bLOG\\.(info|warn|error)f?\\(");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(INFO|WARN|ERROR)` \\| ([a-z, -]+) \\| `([^`]+)` \\|$");

    @Test
    void everySentenceOfTheLogStandsInTheReadme() {
        var said = new TreeMap<String, Set<String>>();
        for (var service : Checkout.SERVICES) {
            for (var file : Checkout.files(service + "/src/main/java", ".java")) {
                var code = Checkout.text(file);
                var sentences = SAID.matcher(code).results().toList();
                assertThat(ANYTHING_SAID.matcher(code).results().count())
                        .as("sentences of %s that are constant", file)
                        .isEqualTo(sentences.size());
                sentences.forEach(sentence -> said.computeIfAbsent(
                                sentence.group(1).toUpperCase(java.util.Locale.ROOT) + " " + literal(sentence.group(2)),
                                key -> new TreeSet<>())
                        .add(service));
            }
        }
        var told = new TreeMap<String, Set<String>>();
        ROW.matcher(README)
                .results()
                .forEach(row -> told.put(row.group(1) + " " + row.group(3), services(row.group(2))));

        assertThat(said).hasSizeGreaterThan(50);
        assertThat(told).isEqualTo(said);
    }

    @Test
    void everyFieldStandsInTheReadme() {
        var fields = new TreeSet<String>();
        Pattern.compile("(?s)FIELDS = Set\\.of\\((.*?)\\);")
                .matcher(logLines("letter-service"))
                .results()
                .forEach(set -> Pattern.compile("\"(\\w+)\"")
                        .matcher(set.group(1))
                        .results()
                        .forEach(field -> fields.add(field.group(1))));

        assertThat(fields)
                .hasSizeGreaterThan(8)
                .allSatisfy(field -> assertThat(README).contains("`" + field + "`"));
    }

    /** There is no code that services share; what each says about people must be decided alike all the same. */
    @Test
    void theServicesAreEquallyDiscreet() {
        for (var file : Set.of("logging/LogLines", "logging/Wordless", "logging/Doors", "tracing/NothingPersonal")) {
            assertThat(Checkout.SERVICES.stream()
                            .map(service -> withoutPackage(service, file))
                            .distinct())
                    .as(file)
                    .hasSize(1);
        }
    }

    private static String logLines(String service) {
        return withoutPackage(service, "logging/LogLines");
    }

    private static String withoutPackage(String service, String file) {
        return Checkout.files(service + "/src/main/java", file + ".java").stream()
                .map(Checkout::text)
                .findFirst()
                .orElseThrow()
                .replaceFirst("package .*;", "");
    }

    private static Set<String> services(String told) {
        return told.equals("all") ? new TreeSet<>(Checkout.SERVICES) : new TreeSet<>(Set.of(told.split(", ")));
    }

    private static String literal(String code) {
        return code.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("^\"|\"\\s*\\+?\\s*$", "");
    }
}
