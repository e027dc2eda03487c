package org.centrallobby.mail.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {
    private static final Curve WEEKDAY = Curve.parse("07:00=0.2 09:00=1 17:00=1 20:00=0.2");
    private final OfficeHours hours =
            new OfficeHours(WEEKDAY, Curve.parse("00:00=0 09:00=0 10:00=0.5 16:00=0.5 17:00=0"));

    @ParameterizedTest
    @CsvSource({
        "07:00, 0.2",
        "08:00, 0.6",
        "09:00, 1",
        "12:34, 1",
        "18:30, 0.6",
        "20:00, 0.2",
        "01:00, 0.2",
        "23:59, 0.2"
    })
    void betweenItsPointsACurveIsStraightOverMidnightToo(LocalTime time, double share) {
        assertThat(WEEKDAY.at(time)).isCloseTo(share, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        // In winter London's clocks show what UTC's do, in summer an hour more.
        "2026-01-14T08:00:00Z, 0.6",
        "2026-07-15T08:00:00Z, 1",
        "2026-07-15T07:00:00Z, 0.6",
        // The clocks change in the night to a Sunday: Friday and Monday differ.
        "2026-03-27T08:00:00Z, 0.6",
        "2026-03-30T07:00:00Z, 0.6",
        "2026-10-23T07:00:00Z, 0.6",
        "2026-10-26T08:00:00Z, 0.6",
        // Weekends have a curve of their own; Saturday begins at midnight in London.
        "2026-07-18T12:00:00Z, 0.5",
        "2026-07-17T23:30:00Z, 0"
    })
    void londonsClockDecides(Instant moment, double share) {
        assertThat(hours.share(moment)).isCloseTo(share, within(0.001));
    }

    @Test
    void whileAnOfficeIsShutTheNextOpeningIsKnown() {
        var saturdayNight = Instant.parse("2026-07-18T20:00:00Z");

        assertThat(hours.isShut(saturdayNight)).isTrue();
        assertThat(hours.opening(saturdayNight))
                .isBetween(Instant.parse("2026-07-19T08:00:00Z"), Instant.parse("2026-07-19T08:10:00Z"));
        assertThat(hours.opening(Instant.parse("2026-07-20T10:00:00Z")))
                .isEqualTo(Instant.parse("2026-07-20T10:00:00Z"));
    }

    @Test
    void aBurstInASlowHourDoesNotShutAMailboxForTheDay() {
        var dawn = new OfficeHours(Curve.parse("06:00=0 09:00=1 17:00=1 20:00=0"), Curve.parse("00:00=0"));
        var ceiling = Ceiling.of(240, 20, java.time.Duration.ofHours(1));
        // Two minutes past six in London: a share of about 0.01.
        var now = Instant.parse("2026-07-15T05:02:00Z");

        var opens = ceiling.opensAt(ceiling.after(Instant.MIN, now, 20, dawn::after));

        assertThat(opens).isBetween(now.plusSeconds(60), now.plusSeconds(1800));
    }

    @Test
    void anIntervalRunsAsFastAsTheShareAllows() {
        var noon = Instant.parse("2026-07-15T11:00:00Z");
        var evening = Instant.parse("2026-07-15T20:00:00Z");

        assertThat(hours.after(noon, java.time.Duration.ofMinutes(2))).isEqualTo(noon.plusSeconds(120));
        assertThat(hours.after(evening, java.time.Duration.ofMinutes(2))).isEqualTo(evening.plusSeconds(600));
        // Friday night to Saturday: nothing runs until ten past nine or so.
        assertThat(hours.after(Instant.parse("2026-07-17T23:30:00Z"), java.time.Duration.ofMinutes(1)))
                .isAfter(Instant.parse("2026-07-18T08:00:00Z"));
    }

    @Test
    void aWeekendMayBeShutAndAWeekMayNot() {
        assertThat(new OfficeHours(Curve.always(), Curve.parse("00:00=0"))
                        .isShut(Instant.parse("2026-07-18T12:00:00Z")))
                .isTrue();
        assertThatThrownBy(() -> new OfficeHours(Curve.parse("00:00=0"), Curve.parse("12:00=0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nine", "09:00", "09:00=2", "09:00=-1", "25:00=1", "09:00=NaN"})
    void whatIsNoCurveIsRefusedAtStart(String text) {
        assertThatThrownBy(() -> Curve.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
