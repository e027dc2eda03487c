package org.centrallobby.letter.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the dashboard's script as it is built, and its words, to what the page promises. */
class DashboardBundleTest {
    private static final Path SOURCE = Path.of("src/main/dashboard");
    private static final Path BUILT = Path.of("target/classes/META-INF/resources/dashboard/dashboard.js");

    /** A key of the words' object or of one of its inner objects, alone at the start of its line. */
    private static final Pattern KEY = Pattern.compile("^ {2,6}'?([a-zA-Z][\\w-]*)'?:", Pattern.MULTILINE);

    private static final Pattern USED = Pattern.compile("\\bwords\\.(\\w+)");

    @Test
    void everyLanguageSaysTheSameThings() throws IOException {
        assertThat(keys("cy")).isEqualTo(keys("en")).hasSizeGreaterThan(100);
    }

    @Test
    void everyPhraseThatIsUsedExists() throws IOException {
        assertThat(keys("en")).containsAll(used());
    }

    @Test
    void theKeyIsKeptNowhere() throws IOException {
        assertThat(Files.readString(BUILT)).doesNotContain("localStorage", "sessionStorage", "indexedDB", ".cookie");
    }

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(SOURCE)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(used::add);
            }
        }
        return used;
    }

    private static List<String> keys(String language) throws IOException {
        var words = Files.readString(SOURCE.resolve("words").resolve(language + ".js"));
        return KEY.matcher(words)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }
}
