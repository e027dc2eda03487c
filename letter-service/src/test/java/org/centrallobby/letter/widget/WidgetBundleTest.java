package org.centrallobby.letter.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.centrallobby.letter.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the widget as it is built, and its words, to what the pages that embed it were promised. */
class WidgetBundleTest {
    private static final Path SOURCE = Path.of("src/main/widget");
    private static final Path BUILT = Path.of("target/classes/META-INF/resources/widget/v1");
    private static final Path ENGLISH = SOURCE.resolve("words.js");
    private static final int BUDGET = 18 * 1024;

    /** Answers and territories that the platform speaks of in English. */
    private static final Set<String> OTHER_LANGUAGES_ONLY = Set.of("fields", "territories");

    /** What the platform may refuse a supporter; it says why in English, so that only other languages need words for it. */
    private static final List<ProblemType> REFUSALS = List.of(
            ProblemType.MALFORMED_POSTCODE,
            ProblemType.UNKNOWN_POSTCODE,
            ProblemType.NO_CONSTITUENCY,
            ProblemType.NORTHERN_IRELAND_NOT_LOADED,
            ProblemType.LOOKUP_UNAVAILABLE,
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.CAMPAIGN_NOT_OPEN,
            ProblemType.SEAT_NOT_FILLED,
            ProblemType.MEMBER_TAKES_NO_EMAIL,
            ProblemType.TOO_ALIKE,
            ProblemType.ALREADY_WRITTEN,
            ProblemType.WRONG_CODE,
            ProblemType.UNKNOWN_CONFIRMATION,
            ProblemType.CONFIRMATION_EXPIRED);

    /** A key of the words' object or of one of its inner objects, alone at the start of its line. */
    private static final Pattern KEY = Pattern.compile("^(?: {2}| {4})'?([a-zA-Z][\\w-]*)'?:", Pattern.MULTILINE);

    @Test
    void moduleFitsItsSizeBudget() throws IOException {
        assertThat(gzipped(Files.readAllBytes(BUILT.resolve("mp-letter.js"))))
                .as("gzipped bytes of mp-letter.js")
                .isLessThanOrEqualTo(BUDGET);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageIsServedBesideTheModuleThatFetchesIt(Path language) throws IOException {
        assertThat(BUILT.resolve("words").resolve(language.getFileName())).isNotEmptyFile();
        assertThat(Files.readString(BUILT.resolve("mp-letter.js")))
                .contains(language.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysWhatEnglishSays(Path language) throws IOException {
        assertThat(keys(language)).containsAll(keys(ENGLISH)).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void otherLanguagesExplainTheRefusalsThatThePlatformExplainsInEnglish(Path language) throws IOException {
        assertThat(keys(language))
                .containsAll(REFUSALS.stream()
                        .map(type -> type.uri().replaceAll(".*/", ""))
                        .toList());
    }

    @Test
    void everyPhraseThatIsUsedExists() throws IOException {
        assertThat(keys(ENGLISH)).containsAll(used());
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

    static List<Path> languages() throws IOException {
        try (var files = Files.list(SOURCE.resolve("words"))) {
            return files.toList();
        }
    }

    private static Set<String> keys(Path language) throws IOException {
        return KEY.matcher(Files.readString(language))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used() throws IOException {
        return found(Pattern.compile("\\bwords\\.(?!js)(\\w+)"), ".js").stream()
                .filter(key -> !OTHER_LANGUAGES_ONLY.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String extension) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCE)) {
            for (var file : files.filter(path -> path.toString().endsWith(extension))
                    .filter(path -> !path.startsWith(SOURCE.resolve("words")) && !path.equals(ENGLISH))
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
