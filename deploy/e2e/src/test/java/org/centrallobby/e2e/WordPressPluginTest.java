package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the WordPress plugin puts on a page, and what it takes from those who set it up. */
@EnabledIf(value = "org.centrallobby.e2e.WordPress#isInstalled", disabledReason = "no PHP on this machine")
class WordPressPluginTest {
    private static final String PLATFORM = "https://act.example";
    private static final Path PLUGIN = WordPress.FOLDER.resolve("central-lobby");
    private static final Pattern TRANSLATED =
            Pattern.compile("_(?:_|esc_html__)\\( '((?:[^'\\\\]|\\\\.)*)', 'central-lobby' \\)");

    @Test
    void everyFileIsPhp() throws IOException {
        try (var files = Files.walk(PLUGIN)) {
            assertThat(files.filter(file -> file.toString().endsWith(".php")))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(WordPress.lint(file)).startsWith("No syntax errors"));
        }
    }

    @Test
    void aShortcodeIsTheWidget() {
        assertThat(
                        page(
                                "[central_lobby campaign=\"clean-rivers\" lang=\"cy\" theme=\"dark\"]Write & be heard[/central_lobby]"))
                .contains("<mp-letter campaign=\"clean-rivers\" lang=\"cy\" theme=\"dark\">"
                        + "<a href=\"https://act.example/c/clean-rivers?lang=cy\">Write &amp; be heard</a></mp-letter>")
                .contains("<script type=\"module\" src=\"https://act.example/widget/v1/mp-letter.js\"");
    }

    @Test
    void itsScriptIsLoadedOnceHoweverManyCampaignsThereAre() {
        assertThat(page("[central_lobby campaign=\"a\"][central_lobby campaign=\"b\"]"))
                .contains("campaign=\"a\"", "campaign=\"b\"")
                .containsOnlyOnce("<script");
    }

    @Test
    void anOlderWordPressLoadsItAsAModuleToo() {
        var order = order().put("modern", false).put("content", "[central_lobby campaign=\"clean-rivers\"]");

        assertThat(WordPress.render(order).get("page").asText())
                .contains(
                        "<script type=\"module\" src='https://act.example/widget/v1/mp-letter.js' id='central-lobby-widget-js'>");
    }

    @Test
    void aShortcodeCanBeAFrame() {
        assertThat(page("[central_lobby campaign=\"clean-rivers\" mode=\"iframe\" lang=\"en\" theme=\"auto\"]"))
                .contains(
                        "<iframe class=\"central-lobby\" src=\"https://act.example/embed/clean-rivers?lang=en&#038;theme=auto\""
                                + " title=\"Write to your MP\"")
                .contains("allow=\"clipboard-write; web-share\"")
                .contains("src=\"https://act.example/widget/v1/mp-letter-frame.js\"");
    }

    @Test
    void aShortcodeCanBeALink() {
        assertThat(page("[central_lobby campaign=\"clean-rivers\" mode=\"link\"]"))
                .contains("<a href=\"https://act.example/c/clean-rivers\">Write to your MP</a>")
                .doesNotContain("<script");
    }

    @Test
    void theBlockIsTheSame() {
        var order = order();
        order.putObject("block").put("campaign", "clean-rivers").put("text", "Write \"now\"");

        assertThat(WordPress.render(order).get("page").asText())
                .contains("<div class=\"wp-block-central-lobby-letter\"><mp-letter campaign=\"clean-rivers\">"
                        + "<a href=\"https://act.example/c/clean-rivers\">Write &quot;now&quot;</a></mp-letter></div>");
    }

    @Test
    void theBlocksEditorIsGivenEveryWordItSays() throws IOException {
        var said = Pattern.compile("\\bwords\\.(\\w+)")
                .matcher(Files.readString(PLUGIN.resolve("block/editor.js")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(WordPress.render(order()).get("words").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[central_lobby campaign=\"x'><script>alert(1)</script>\"]",
                "[central_lobby campaign=\"../../admin\"]",
                "[central_lobby campaign=\"Clean Rivers\"]",
                "[central_lobby]"
            })
    void whatIsNoCampaignIsToldToEditorsAndHiddenFromVisitors(String shortcode) {
        assertThat(page(shortcode)).contains("<main></main>");
        assertThat(WordPress.render(order().put("editor", true).put("content", shortcode))
                        .get("page")
                        .asText())
                .contains("Enter the campaign’s name as its address has it")
                .doesNotContain("alert(1)");
    }

    @Test
    void withoutAPlatformEditorsAreToldWhereToEnterIt() {
        var order = order().put("platform", "").put("editor", true).put("content", "[central_lobby campaign=\"a\"]");

        assertThat(WordPress.render(order).get("page").asText()).contains("Settings → Central Lobby");
    }

    @Test
    void whatTheLinkSaysIsTextAndNothingElse() {
        var page = page("[central_lobby campaign=\"a\" text=\"<img src=x onerror=alert(1)>\" mode=\"link\"]");

        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
    }

    @Test
    void thePlatformIsAnOriginAndNothingElse() {
        var order = order().put("editor", true);
        order.putArray("typed")
                .add(" https://Act.Example.org/ ")
                .add("http://localhost:8080")
                .add("http://act.example.org")
                .add("https://act.example.org/widget")
                .add("https://user@act.example.org")
                .add("javascript:alert(1)")
                .add("https://a.example\" onload=\"x")
                .add("");
        var answer = WordPress.render(order);

        assertThat(answer.get("saved"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "https://act.example.org",
                        "http://localhost:8080",
                        PLATFORM,
                        PLATFORM,
                        PLATFORM,
                        PLATFORM,
                        PLATFORM,
                        "");
        assertThat(answer.get("errors")).hasSize(5);
        assertThat(answer.get("settings").asText())
                .contains("name=\"central_lobby_platform\" value=\"https://act.example\"");
    }

    @Test
    void everyPhraseIsThereInWelsh() throws IOException {
        var welsh = Files.readString(PLUGIN.resolve("languages/central-lobby-cy.l10n.php"));
        var phrases = TRANSLATED
                .matcher(Files.readString(PLUGIN.resolve("central-lobby.php")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(phrases)
                .hasSizeGreaterThan(20)
                .allSatisfy(phrase -> assertThat(welsh).contains("'" + phrase + "' => '"));
        assertThat(WordPress.render(order().put("language", "cy").put("content", "[central_lobby campaign=\"a\"]"))
                        .get("page")
                        .asText())
                .contains(">Ysgrifennwch at eich AS</a>");
    }

    @Test
    void theZipHoldsThePluginAndNothingElse(@TempDir Path folder) throws IOException, InterruptedException {
        var zip = folder.resolve("plugin.zip");
        var command = new ProcessBuilder(
                        "bash", WordPress.FOLDER.resolve("package").toString(), zip.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();

        assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        try (var packed = new ZipFile(zip.toFile());
                Stream<Path> files = Files.walk(PLUGIN)) {
            assertThat(packed.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()))
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> WordPress.FOLDER.relativize(file).toString())
                            .toList());
        }
    }

    private static String page(String content) {
        return WordPress.render(order().put("content", content)).get("page").asText();
    }

    private static ObjectNode order() {
        return Http.JSON.createObjectNode().put("platform", PLATFORM);
    }
}
