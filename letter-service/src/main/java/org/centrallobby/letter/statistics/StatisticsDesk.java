package org.centrallobby.letter.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.SeatMessages;
import org.centrallobby.letter.lookup.Member;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.share.PersonalLinks;
import org.jspecify.annotations.Nullable;

/** Puts a campaign's counts together. */
@ApplicationScoped
class StatisticsDesk {
    /** Where Parliament's day begins and ends. */
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Duration HOURLY = Duration.ofDays(7);
    private static final int SOURCES = 100;

    private final LetterCounts counts;
    private final SeatMessages messages;
    private final PersonalLinks links;
    private final InstantSource clock;

    StatisticsDesk(LetterCounts counts, SeatMessages messages, PersonalLinks links, InstantSource clock) {
        this.counts = counts;
        this.messages = messages;
        this.links = links;
        this.clock = clock;
    }

    @Transactional
    CampaignStatistics of(Campaign campaign) {
        var parts = counts.of(campaign.id(), Dimension.values());
        var total = parts.total();
        var seats = messages.writtenTo(campaign);
        var since = clock.instant().minus(HOURLY);
        var reach = links.reach(campaign.id());
        return new CampaignStatistics(
                campaign.id(),
                CampaignStatistics.Letters.of(total),
                members(seats, parts.by(Dimension.MEMBER)),
                ownWords(total, parts.by(Dimension.OWN_WORDS)),
                timeToConfirm(parts.by(Dimension.MINUTES)),
                CampaignStatistics.OwnMailbox.of(total),
                new CampaignStatistics.PersonalLinks(reach.letters(), reach.links()),
                days(parts.by(Dimension.HOUR)),
                parts.by(Dimension.HOUR).stream()
                        .map(StatisticsDesk::hour)
                        .filter(hour -> hour.hour().isAfter(since))
                        .toList(),
                sources(parts.by(Dimension.SITE)),
                sources(parts.by(Dimension.CHANNEL)),
                constituencies(seats, parts.by(Dimension.CONSTITUENCY)));
    }

    private static CampaignStatistics.Members members(List<Seat> seats, List<Counts> byMember) {
        var reached = byMember.stream()
                .filter(part -> part.sent() + part.copied() > part.bounced())
                .map(Counts::key)
                .collect(Collectors.toSet());
        var asked = seats.stream().map(Seat::member).flatMap(Optional::stream).toList();
        var there = (int) asked.stream()
                .filter(member -> reached.contains(Integer.toString(member.id())))
                .count();
        return new CampaignStatistics.Members(asked.size(), there, asked.size() - there);
    }

    private static CampaignStatistics.OwnWords ownWords(Counts total, List<Counts> tenths) {
        return new CampaignStatistics.OwnWords(
                total.edited(),
                share(total.edited(), total.confirmed()),
                share(total.ownWords(), 100 * total.confirmed()),
                tenths.stream()
                        .map(part -> new CampaignStatistics.Tenth(Integer.parseInt(part.key()), part.confirmed()))
                        .filter(part -> part.letters() > 0)
                        .sorted(Comparator.comparingInt(CampaignStatistics.Tenth::atMost))
                        .toList());
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Math.round(1_000.0 * part / whole) / 1_000.0;
    }

    private static CampaignStatistics.TimeToConfirm timeToConfirm(List<Counts> byMinutes) {
        var sums = new TreeMap<Integer, Long>();
        byMinutes.forEach(part -> sums.put(Integer.parseInt(part.key()), part.confirmed()));
        var confirmed = sums.values().stream().mapToLong(Long::longValue).sum();
        var within = new ArrayList<CampaignStatistics.Within>();
        Integer median = null;
        var sum = 0L;
        for (var bound : sums.entrySet()) {
            sum += bound.getValue();
            within.add(new CampaignStatistics.Within(bound.getKey(), sum));
            if (median == null && sum > 0 && 2 * sum >= confirmed) {
                median = bound.getKey();
            }
        }
        return new CampaignStatistics.TimeToConfirm(median, within);
    }

    private static CampaignStatistics.Hour hour(Counts part) {
        return new CampaignStatistics.Hour(
                Instant.parse(part.key() + ":00:00Z"), part.written(), part.confirmed(), part.sent(), part.bounced());
    }

    private static List<CampaignStatistics.Day> days(List<Counts> byHour) {
        Map<LocalDate, List<CampaignStatistics.Hour>> days = byHour.stream()
                .map(StatisticsDesk::hour)
                .collect(Collectors.groupingBy(
                        hour -> LocalDate.ofInstant(hour.hour(), LONDON), TreeMap::new, Collectors.toList()));
        return days.entrySet().stream()
                .map(day -> new CampaignStatistics.Day(
                        day.getKey(),
                        sum(day.getValue(), CampaignStatistics.Hour::written),
                        sum(day.getValue(), CampaignStatistics.Hour::confirmed),
                        sum(day.getValue(), CampaignStatistics.Hour::sent),
                        sum(day.getValue(), CampaignStatistics.Hour::bounced)))
                .toList();
    }

    private static long sum(List<CampaignStatistics.Hour> hours, Function<CampaignStatistics.Hour, Long> count) {
        return hours.stream().mapToLong(count::apply).sum();
    }

    private static List<CampaignStatistics.Source> sources(List<Counts> parts) {
        return parts.stream()
                .filter(part -> part.written() > 0 || part.confirmed() > 0)
                .sorted(Comparator.comparingLong(Counts::confirmed).reversed().thenComparing(Counts::key))
                .limit(SOURCES)
                .map(part -> new CampaignStatistics.Source(part.key(), part.written(), part.confirmed(), part.sent()))
                .toList();
    }

    private static List<CampaignStatistics.Constituency> constituencies(List<Seat> seats, List<Counts> parts) {
        var counted = parts.stream().collect(Collectors.toMap(Counts::key, Function.identity()));
        return seats.stream()
                .map(seat -> {
                    var place = seat.constituency();
                    var count = counted.getOrDefault(place.code(), Counts.none(place.code()));
                    return new CampaignStatistics.Constituency(
                            place.code(),
                            place.name(),
                            seat.member().map(Member::name).orElse(null),
                            count.written(),
                            count.confirmed(),
                            count.sent(),
                            count.bounced());
                })
                .toList();
    }
}
