package org.centrallobby.letter.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A language in which supporters are spoken to. Its words stand in {@code words/<tag>.properties} as ICU messages, which know the
 * plural forms of every language; the file is read when the language is first asked for. Another language is another file.
 */
public final class Language {
    /** The one that says what no other does, and in which the API answers. */
    public static final Language ENGLISH = find("en").orElseThrow();

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final String tag;
    private final ULocale locale;
    private final Map<String, MessageFormat> phrases;

    private Language(String tag, Properties words) {
        this.tag = tag;
        this.locale = ULocale.forLanguageTag(tag + "-GB");
        this.phrases = new HashMap<>();
        words.forEach((key, phrase) -> phrases.put(key.toString(), new MessageFormat(phrase.toString(), locale)));
    }

    /** The languages that were asked for, none of which exists without its file. */
    private static final class Known {
        static final Map<String, Language> BY_TAG = new ConcurrentHashMap<>();
        static final Pattern TAG = Pattern.compile("[a-z]{2,3}");
    }

    /** The language of that BCP 47 tag, for instance {@code cy}; English where there are no words in it. */
    public static Language of(@Nullable String tag) {
        return tag == null ? ENGLISH : find(tag).orElse(ENGLISH);
    }

    /** The language of that tag, where there are words in it. */
    public static Optional<Language> find(String tag) {
        if (!Known.TAG.matcher(tag).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(Known.BY_TAG.computeIfAbsent(tag, Language::read));
    }

    private static @Nullable Language read(String tag) {
        try (InputStream file = Language.class.getResourceAsStream("/words/" + tag + ".properties")) {
            if (file == null) {
                return null;
            }
            var words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Language(tag, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As BCP 47 has it: {@code en}, {@code cy}. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String name() {
        return say("language.name");
    }

    /** @param key of the phrase; that there is none of it is a fault of ours */
    public String say(String key) {
        return say(key, Map.of());
    }

    public String say(String key, String name, Object value) {
        return say(key, Map.of(name, value));
    }

    public String say(String key, String name, Object value, String name2, Object value2) {
        return say(key, Map.of(name, value, name2, value2));
    }

    /** The phrase with what is known filled in; numbers are written and counted as the language does it. */
    public String say(String key, Map<String, ?> values) {
        var phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("There is no phrase %s in %s".formatted(key, tag));
        }
        // It keeps notes while it works: each caller gets one of their own.
        return ((MessageFormat) phrase.clone()).format(values);
    }

    /** Whether it has words for this. */
    public boolean knows(String key) {
        return phrases.containsKey(key);
    }

    /** The day in London, for instance 26 November 2026. */
    public String day(Instant at) {
        return date("date.day", at);
    }

    /** The day in London without its year and with its weekday, for instance Thursday 26 November. */
    public String weekday(Instant at) {
        return date("date.weekday", at);
    }

    /** Day and time in London, for instance 26 November 2026, 14:05. */
    public String time(Instant at) {
        return date("date.time", at);
    }

    /** For instance May 2019. */
    public String month(YearMonth month) {
        return date("date.month", month.atDay(1).atStartOfDay(LONDON).toInstant());
    }

    private String date(String pattern, Instant at) {
        var format = new SimpleDateFormat(say(pattern), locale);
        format.setTimeZone(TimeZone.getTimeZone(LONDON.getId()));
        return format.format(Date.from(at));
    }

    @Override
    public String toString() {
        return tag;
    }
}
