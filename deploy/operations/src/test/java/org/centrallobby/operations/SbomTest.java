package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services are made of, by the SBOMs that the build has written. */
class SbomTest {
    /** Licences under which a work may be part of one under Apache-2.0, by their SPDX ids and by names that have none. */
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "MIT",
            "MIT-0",
            "Public Domain",
            "Unicode-3.0");

    /** Nobody wants these in, by whatever way: they have a successor, or a history. */
    private static final Set<String> BANNED = Set.of(
            "commons-collections/commons-collections",
            "log4j/log4j",
            "org.apache.logging.log4j/log4j-core",
            "org.codehaus.jackson/jackson-mapper-asl",
            "org.mockito/mockito-core",
            "org.projectlombok/lombok",
            "org.testcontainers/testcontainers");

    @ParameterizedTest
    @ValueSource(strings = {"letter-service", "mail-service", "mp-lookup-service"})
    void everythingHasALicenceThatFits(String service) throws IOException {
        var misfits = components(service).stream()
                .filter(component -> licences(component).stream().noneMatch(LICENCES::contains))
                .map(component -> name(component) + ": " + licences(component))
                .toList();

        assertThat(misfits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter-service", "mail-service", "mp-lookup-service"})
    void nothingIsASnapshotOrThereTwiceOrBanned(String service) throws IOException {
        var components = components(service);

        assertThat(components).hasSizeGreaterThan(50);
        assertThat(components)
                .extracting(component -> component.path("version").asText())
                .noneMatch(version -> version.endsWith("-SNAPSHOT"));
        assertThat(components).extracting(SbomTest::artefact).doesNotHaveDuplicates();
        assertThat(components).extracting(SbomTest::name).doesNotContainAnyElementsOf(BANNED);
    }

    private static List<JsonNode> components(String service) throws IOException {
        var file = Checkout.path(service).resolve("target/sbom.json");
        assertThat(file).as("the build writes it when it packages the service").exists();
        return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(file.toFile())
                                .path("components")
                                .spliterator(),
                        false)
                .toList();
    }

    private static String name(JsonNode component) {
        return component.path("group").asText() + "/" + component.path("name").asText();
    }

    /** One jar beside others of its name: two classifiers are two. */
    private static String artefact(JsonNode component) {
        return component.path("purl").asText().replaceFirst("@[^?]*", "");
    }

    private static List<String> licences(JsonNode component) {
        var licences = new ArrayList<String>();
        for (var choice : component.path("licenses")) {
            var expression = choice.path("expression").asText();
            licences.addAll(
                    expression.isEmpty()
                            ? List.of()
                            : List.of(expression.replaceAll("[()]", "").split(" (?:OR|AND) ")));
            licences.add(choice.at("/license/id").asText());
            licences.add(choice.at("/license/name").asText());
        }
        return licences.stream().filter(licence -> !licence.isEmpty()).toList();
    }
}
