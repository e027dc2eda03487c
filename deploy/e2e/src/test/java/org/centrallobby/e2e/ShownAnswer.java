package org.centrallobby.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a document shows it: an example, and shortened. All that is shown has to come, and more may. Words come as they
 * stand there, where they hold no digit and name no example's host; three dots stand for anything. Of a number only zero is
 * meant; a list that is shown empty is.
 */
final class ShownAnswer {
    private static final Pattern EXAMPLE = Pattern.compile("\\d|act\\.example\\.org");
    private static final Pattern ANYTHING = Pattern.compile("…|\\.\\.\\.");

    private final String text;
    private final @Nullable JsonNode json;

    private ShownAnswer(String text, @Nullable JsonNode json) {
        this.text = text;
        this.json = json;
    }

    /** @param kind {@code json}, or {@code text} for what has to be found in the answer */
    static ShownAnswer of(String kind, String text) throws JsonProcessingException {
        return new ShownAnswer(text, kind.equals("json") ? Http.JSON.readTree(text) : null);
    }

    /** What differs in what came, whose last value is meant if it is JSON; empty where nothing does. */
    Optional<String> difference(String came) {
        if (json == null) {
            return matches(text.strip(), came.replace("\r\n", "\n"), true)
                    ? Optional.empty()
                    : Optional.of("not as shown");
        }
        try (var values = Http.JSON.readerFor(JsonNode.class).<JsonNode>readValues(came)) {
            JsonNode last = null;
            while (values.hasNext()) {
                last = values.next();
            }
            return last == null ? Optional.of("nothing came") : difference("#", json, last);
        } catch (IOException | RuntimeException e) {
            return Optional.of("what came is no JSON");
        }
    }

    private static Optional<String> difference(String at, JsonNode shown, JsonNode came) {
        if (shown.getNodeType() != came.getNodeType()) {
            return Optional.of("%s is %s".formatted(at, came));
        }
        return switch (shown.getNodeType()) {
            case OBJECT ->
                shown.properties().stream()
                        .flatMap(field ->
                                difference(at + "/" + field.getKey(), field.getValue(), came.path(field.getKey()))
                                        .stream())
                        .findFirst();
            case ARRAY -> differenceOfLists(at, shown, came);
            case STRING -> unless(isMeant(shown.asText(), came.asText()), at, came);
            case NUMBER -> unless(shown.asDouble() != 0 || came.asDouble() == 0, at, came);
            default -> unless(shown.equals(came), at, came);
        };
    }

    /** Each that is shown has to be there, wherever it stands. */
    private static Optional<String> differenceOfLists(String at, JsonNode shown, JsonNode came) {
        if (shown.isEmpty()) {
            return unless(came.isEmpty(), at, came);
        }
        return StreamSupport.stream(shown.spliterator(), false)
                .filter(wanted -> StreamSupport.stream(came.spliterator(), false)
                        .noneMatch(entry -> difference(at, wanted, entry).isEmpty()))
                .map(wanted -> "%s has no %s: %s".formatted(at, wanted, came))
                .findFirst();
    }

    private static Optional<String> unless(boolean right, String at, JsonNode came) {
        return right ? Optional.empty() : Optional.of("%s is %s".formatted(at, came));
    }

    private static boolean isMeant(String shown, String came) {
        return EXAMPLE.matcher(shown).find() || matches(shown, came, false);
    }

    private static boolean matches(String shown, String came, boolean within) {
        var pattern =
                Arrays.stream(ANYTHING.split(shown, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        var matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(came);
        return within ? matcher.find() : matcher.matches();
    }
}
