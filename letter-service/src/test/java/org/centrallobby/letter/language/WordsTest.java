package org.centrallobby.letter.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.letter.comment.CommentFault;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** Holds the files of words together, and to the code and the templates that say them. */
class WordsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Path FOLDER = MAIN.resolve("resources/words");

    /** A phrase and, in a template, the names of what is filled in. */
    private static final Pattern SAID = Pattern.compile("say\\(\\s*['\"]([a-z0-9.-]+[a-z0-9])['\"]([^)]*)\\)");

    private static final Pattern NAME = Pattern.compile(", '([a-zA-Z0-9]+)',");

    /** What only programs and organisations meet, or what has a page of its own. */
    private static final Set<ProblemType> NOT_FOR_SUPPORTERS = Set.of(
            ProblemType.UNAUTHORISED,
            ProblemType.FORBIDDEN,
            ProblemType.ORIGIN_NOT_ALLOWED,
            ProblemType.PROOF_OF_WORK_REQUIRED,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.NO_LETTER_WANTED,
            ProblemType.OTHER_CAMPAIGN,
            ProblemType.LETTER_NOT_HELD,
            ProblemType.COMMENT_DECIDED,
            ProblemType.SLUG_TAKEN,
            ProblemType.ILLEGAL_STEP,
            ProblemType.TOO_MANY_KEYS,
            ProblemType.LAST_KEY,
            ProblemType.NO_EXPORT_KEY,
            ProblemType.ENCRYPTION_REQUIRED,
            ProblemType.TOO_MANY_WEBHOOKS,
            ProblemType.WEBHOOK_NOT_ACTIVE,
            ProblemType.PRECONDITION_FAILED,
            ProblemType.ADDRESS_TOO_LONG,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.INVALID_REQUEST,
            ProblemType.INVALID_TEMPLATE,
            ProblemType.NOT_PUBLISHABLE,
            ProblemType.IDEMPOTENCY_KEY_REUSED,
            ProblemType.PRECONDITION_REQUIRED,
            ProblemType.TOO_MANY_EXPORTS);

    private static final List<String> TERRITORIES =
            List.of("jersey", "guernsey", "isle-of-man", "bfpo", "overseas-territory", "non-geographic");

    @Test
    void everyLanguageSaysTheSameThingsOfTheSameThings() throws IOException {
        var english = parameters("en.properties");

        for (var file : files(FOLDER, ".properties")) {
            assertThat(parameters(file.getFileName().toString()))
                    .as(file.toString())
                    .isEqualTo(english);
        }
    }

    @Test
    void everyPhraseIsSaidSomewhere() throws IOException {
        var source = source();
        var built = builtKeys();

        assertThat(words("en.properties").keySet().stream()
                        .filter(key -> !built.contains(key)
                                && !source.contains("\"" + key + '"')
                                && !source.contains("'" + key + "'")))
                .as("in the files and never said")
                .isEmpty();
    }

    @Test
    void everyPhraseThatIsSaidIsThereAndGetsWhatItAsksFor() throws IOException {
        var parameters = parameters("en.properties");

        for (var template : files(MAIN.resolve("resources/templates"), ".html")) {
            SAID.matcher(Files.readString(template)).results().forEach(said -> {
                var given = NAME.matcher(said.group(2).replace("','", "', '"))
                        .results()
                        .map(name -> name.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(parameters).as("%s in %s", said.group(1), template).containsEntry(said.group(1), given);
            });
        }
        var said = SAID.matcher(source()).results().map(found -> found.group(1)).collect(Collectors.toSet());
        said.addAll(builtKeys());
        said.removeAll(parameters.keySet());
        assertThat(said).as("said and in no file").isEmpty();
    }

    /** An ASCII apostrophe quotes what follows it in ICU's messages, and a page shows a typographic one anyway. */
    @Test
    void apostrophesAreTypographic() throws IOException {
        for (var file : files(FOLDER, ".properties")) {
            assertThat(words(file.getFileName().toString()).values()).noneMatch(phrase -> phrase.contains("'"));
        }
    }

    private static Set<String> builtKeys() {
        return Stream.of(
                        Stream.of(ProblemType.values())
                                .filter(type -> !NOT_FOR_SUPPORTERS.contains(type))
                                .map(type -> type.uri().replaceFirst(".*/", "problem.")),
                        Stream.of(LetterState.values()).map(state -> "happened." + state.wireName()),
                        Stream.of(CommentFault.values()).map(CommentFault::phrase),
                        TERRITORIES.stream().map(territory -> "territory." + territory))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> parameters(String file) throws IOException {
        var parameters = new TreeMap<String, Set<String>>();
        words(file)
                .forEach((key, phrase) ->
                        parameters.put(key, new TreeSet<>(new MessageFormat(phrase).getArgumentNames())));
        return parameters;
    }

    private static Map<String, String> words(String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    /** All of the code and the templates. */
    private static String source() throws IOException {
        var source = new StringBuilder();
        var files = new HashSet<Path>(files(MAIN.resolve("java"), ".java"));
        files.addAll(files(MAIN.resolve("resources/templates"), ".html"));
        for (var file : files) {
            source.append(Files.readString(file));
        }
        return source.toString();
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }
}
