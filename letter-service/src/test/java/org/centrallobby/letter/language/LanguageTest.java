package org.centrallobby.letter.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    private static final Language WELSH = Language.of("cy");

    /** After a number Welsh has the singular, which the number may mutate; 2, 3 and 6 have forms of their own. */
    @ParameterizedTest
    @CsvSource({
        "0, Byddwch y cyntaf i ysgrifennu",
        "1, 1 llythyr hyd yma",
        "2, 2 lythyr hyd yma",
        "3, 3 llythyr hyd yma",
        "6, 6 llythyr hyd yma",
        "12, 12 llythyr hyd yma"
    })
    void welshCountsLetters(long count, String said) {
        assertThat(WELSH.say("find.count", "count", count)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "1, Dewiswch un pwynt.",
        "2, Dewiswch 2 bwynt.",
        "3, Dewiswch 3 phwynt.",
        "4, Dewiswch 4 pwynt.",
        "6, Dewiswch 6 phwynt."
    })
    void welshMutatesWhatItCounts(int count, String said) {
        assertThat(WELSH.say("write.points.exactly", "count", count)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"0, Be the first to write", "1, 1 letter so far", "1234, '1,234 letters so far'"})
    void englishCountsLetters(long count, String said) {
        assertThat(Language.ENGLISH.say("find.count", "count", count)).isEqualTo(said);
    }

    @Test
    void daysAndMonthsAreNamedAsTheLanguageNamesThem() {
        var winter = Instant.parse("2026-11-26T14:05:00Z");

        assertThat(Language.ENGLISH.day(winter)).isEqualTo("26 November 2026");
        assertThat(Language.ENGLISH.weekday(winter)).isEqualTo("Thursday 26 November");
        assertThat(WELSH.time(winter)).isEqualTo("26 Tachwedd 2026, 14:05");
        assertThat(WELSH.weekday(winter)).isEqualTo("Dydd Iau 26 Tachwedd");
        assertThat(WELSH.month(YearMonth.of(1996, 6))).isEqualTo("Mehefin 1996");
    }

    @Test
    void timesAreLondons() {
        assertThat(Language.ENGLISH.time(Instant.parse("2026-07-01T22:30:00Z"))).isEqualTo("1 July 2026, 23:30");
    }

    @Test
    void whatIsFilledInIsNoMessage() {
        assertThat(Language.ENGLISH.say("write.title", "member", "{name} '# O’Brien"))
                .isEqualTo("Write to {name} '# O’Brien");
    }

    @Test
    void aLanguageWithoutWordsIsSaidInEnglish() {
        assertThat(Language.of("fr")).isSameAs(Language.ENGLISH);
        assertThat(Language.of(null)).isSameAs(Language.ENGLISH);
        assertThat(Language.find("../en")).isEmpty();
        assertThat(Language.find("cy")).contains(WELSH);
    }

    @Test
    void aPhraseThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> WELSH.say("no.such.phrase")).isInstanceOf(IllegalArgumentException.class);
    }
}
