package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides name exists. Commands for the services' own APIs are run by the journeys; of the others this is what can be tried without an engine. */
class GuidesTest {
    private static final JsonNode COMPOSE = Checkout.yaml(Checkout.text("deploy/compose/compose.yaml"));
    private static final List<Map.Entry<String, JsonNode>> SERVED = served();
    private static final Pattern SETTING = Pattern.compile("([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=.*)?");
    private static final Pattern CALL = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/[^\\s?]+).*");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\$(?:LETTERS|LOOKUP|MAIL|PLATFORM)|localhost:808\\d)(/(?:v1|osdi)/[\\w/{}.-]*)");
    private static final Pattern COMMAND = Pattern.compile("deploy/compose/(init|backup|restore|upgrade)\\b([^`\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)--[a-z-]+");
    private static final Pattern PLACE = Pattern.compile("(?<![\\w/.-])deploy/[\\w./-]*\\w");
    private static final Pattern ALERT = Pattern.compile("\\*\\[?([A-Z][a-z]+(?:[A-Z][a-z]+)+)]?");
    private static final Pattern SECRET =
            Pattern.compile("(?:secrets/)?([a-z_]+_(?:key|secret|password|secrets)|dkim_\\w+\\.pem)");
    private static final Pattern OF_COMPOSE = Pattern.compile("docker compose (?:exec|rm -sf|restart) ([a-z-]+)");
    /** Made by commands, and so in no checkout. */
    private static final Set<String> MADE = Set.of(
            "deploy/compose/.env",
            "deploy/compose/secrets",
            "deploy/compose/secrets/operator_key",
            "deploy/compose/compose.override.yaml");

    static Stream<Path> documents() {
        return Document.all().stream();
    }

    static Stream<Document> guides() {
        return Stream.of("ORGANISATIONS", "OPERATORS").map(name -> Document.of("deploy/guides/%s.md".formatted(name)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) {
        assertThat(Document.of(document).deadLinks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everySettingIsInATable(Document guide) {
        var known = new HashSet<>(Checkout.OF_THE_FRAMEWORK);
        Checkout.SERVICES.forEach(service -> known.addAll(Checkout.variables(service)));
        Pattern.compile("(?m)^([A-Z0-9_]+)=")
                .matcher(Checkout.text("deploy/compose/.env.example"))
                .results()
                .forEach(found -> known.add(found.group(1)));

        assertThat(found(guide.code(), SETTING)).isNotEmpty().isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyCallIsServed(Document guide) {
        var calls = guide.code().stream()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .toList();

        assertThat(calls).hasSizeGreaterThan(10);
        assertThat(calls)
                .allSatisfy(call -> assertThat(isServed(call.group(2), call.group(1)))
                        .as(call.group())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyAddressInACommandIsServed(Document guide) {
        var commands = guide.text()
                .replaceAll("\\$\\(jq [^)]*\\)", "X")
                .replaceAll("'?\\$[A-Z]+'?(?!/v1)(?=[/?\"'`)\\s])", "X");
        var addresses =
                ADDRESS.matcher(commands).results().map(found -> found.group(1)).toList();

        assertThat(addresses).hasSizeGreaterThan(10);
        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(isServed(address, null)).as(address).isTrue());
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyPlaceInTheProjectIsThere(Document guide) {
        var text = guide.text();
        PLACE.matcher(text.replaceAll("]\\([^)]*\\)", ""))
                .results()
                .map(found -> found.group())
                .filter(place -> !MADE.contains(place))
                .forEach(place -> assertThat(Checkout.path(place)).exists());
    }

    @Test
    void commandsTakeTheOptionsThatAreShown() {
        var commands = Stream.of("deploy/guides/OPERATORS.md", "deploy/compose/README.md")
                .flatMap(name -> COMMAND.matcher(Checkout.text(name)).results())
                .toList();

        assertThat(commands).hasSizeGreaterThan(8);
        assertThat(commands).allSatisfy(command -> {
            var script = Checkout.text("deploy/compose/" + command.group(1));
            var help = script.substring(0, script.indexOf("\n\n"));
            OPTION.matcher(command.group(2))
                    .results()
                    .forEach(option -> assertThat(help).contains("#   " + option.group()));
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyAlertCanBeRaised(Document guide) {
        var alerts = new TreeSet<String>();
        Checkout.yaml(Checkout.text("deploy/observability/alerts.yml"))
                .findValuesAsText("alert")
                .forEach(alerts::add);

        assertThat(ALERT.matcher(guide.prose()).results().map(found -> found.group(1)))
                .isSubsetOf(alerts);
    }

    @Test
    void whatIsSaidOfComposeIsInIt() {
        var guide = Document.of("deploy/guides/OPERATORS.md");
        var override = Checkout.yaml(guide.blocks("yaml").getFirst());
        var secrets = new TreeSet<String>();
        COMPOSE.path("secrets").fieldNames().forEachRemaining(secrets::add);
        COMPOSE.path("secrets")
                .forEach(secret -> secrets.add(
                        Path.of(secret.path("file").asText()).getFileName().toString()));
        override.path("secrets").fieldNames().forEachRemaining(secrets::add);

        assertThat(found(guide.code(), SECRET)).hasSizeGreaterThan(5).isSubsetOf(secrets);
        assertThat(COMPOSE.path("services").properties().stream().map(Map.Entry::getKey))
                .containsAll(override.path("services").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList())
                .containsAll(OF_COMPOSE
                        .matcher(guide.text())
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    private static Set<String> found(List<String> code, Pattern pattern) {
        var found = new TreeSet<String>();
        code.stream().map(pattern::matcher).filter(Matcher::matches).forEach(match -> found.add(match.group(1)));
        return found;
    }

    /** @param method null for any */
    private static boolean isServed(String path, @Nullable String method) {
        return SERVED.stream()
                .filter(known -> path.equals(known.getKey())
                        || path.matches(known.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .anyMatch(known -> method == null || known.getValue().has(method.toLowerCase(Locale.ROOT)));
    }

    /** Every path of the three services with what is done there. */
    private static List<Map.Entry<String, JsonNode>> served() {
        return Checkout.SERVICES.stream()
                .map(service -> Checkout.yaml(Checkout.text("deploy/contracts/openapi/%s.yaml".formatted(service))))
                .flatMap(document -> document.path("paths").properties().stream())
                .toList();
    }
}
