package org.centrallobby.letter.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Holds the widget as it is built, and its words, to what the pages that embed it were promised. */
class WidgetBundleTest {
    private static final Path SOURCE = Path.of("src/main/widget");
    private static final Path BUILT = Path.of("target/classes/META-INF/resources/widget/v1");
    private static final int BUDGET = 18 * 1024;

    /** A key of the words' object or of one of its inner objects, alone at the start of its line. */
    private static final Pattern KEY = Pattern.compile("^(?: {2}| {4})'?([a-zA-Z][\\w-]*)'?:", Pattern.MULTILINE);

    @Test
    void moduleFitsItsSizeBudget() throws IOException {
        assertThat(gzipped(Files.readAllBytes(BUILT.resolve("mp-letter.js"))))
                .as("gzipped bytes of mp-letter.js")
                .isLessThanOrEqualTo(BUDGET);
    }

    @Test
    void languageIsServedBesideTheModuleThatFetchesIt() {
        assertThat(BUILT.resolve("words/cy.js")).isNotEmptyFile();
    }

    @Test
    void everyLanguageSaysTheSameThings() throws IOException {
        assertThat(keys("cy")).isEqualTo(keys("en")).hasSizeGreaterThan(80);
    }

    @Test
    void everyPhraseThatIsUsedExists() throws IOException {
        assertThat(keys("en")).containsAll(used());
    }

    @Test
    void moduleKeepsNothingOnTheSupportersDevice() throws IOException {
        assertThat(Files.readString(BUILT.resolve("mp-letter.js")))
                .doesNotContain("localStorage", "sessionStorage", "indexedDB", ".cookie");
    }

    @Test
    void everyKnobIsDocumented() throws IOException {
        var knobs = new TreeSet<>(found(Pattern.compile("(--mpl-[a-z-]+)"), ".css"));
        knobs.addAll(found(Pattern.compile(" part=\"([a-z-]+)\""), ".js"));
        assertThat(Files.readString(SOURCE.resolve("README.md"))).contains(knobs);
    }

    private static Set<String> keys(String language) throws IOException {
        var words = Files.readString(SOURCE.resolve("words").resolve(language + ".js"));
        return KEY.matcher(words).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used() throws IOException {
        return found(Pattern.compile("\\bwords\\.(\\w+)"), ".js");
    }

    private static Set<String> found(Pattern pattern, String extension) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCE)) {
            for (var file : files.filter(path -> path.toString().endsWith(extension))
                    .filter(path -> !path.startsWith(SOURCE.resolve("words")))
                    .toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static int gzipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.size();
    }
}
