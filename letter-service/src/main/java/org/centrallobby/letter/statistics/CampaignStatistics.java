package org.centrallobby.letter.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in numbers, exact at the moment of the answer. Nothing in it is of one person.
 *
 * @param ownMailbox letters that their writers send themselves
 * @param personalLinks what supporters do who pass the campaign on, as far as that is still known
 * @param days by the day in London on which it happened, the oldest first; a day without anything is not there
 * @param hours the same by the hour, for the last seven days
 * @param sites by the host of the page, the most letters first; at most 100
 * @param channels by how the writer came, the most letters first; at most 100; only letters that were confirmed by mail
 * @param constituencies every one that the campaign writes to, by name, also those without a letter
 */
@Schema(examples = CampaignStatistics.EXAMPLE)
record CampaignStatistics(
        UUID campaign,
        Letters letters,
        Members members,
        OwnWords ownWords,
        TimeToConfirm timeToConfirm,
        OwnMailbox ownMailbox,
        PersonalLinks personalLinks,
        List<Day> days,
        List<Hour> hours,
        List<Source> sites,
        List<Source> channels,
        List<Constituency> constituencies) {
    static final String EXAMPLE = """
            {"campaign": "0193526a-1d4f-7c33-9b2e-0b8a1f6d2c11",
             "letters": {"written": 12031, "awaitingConfirmation": 410, "confirmed": 11402, "lapsed": 219, "held": 12,
                         "onTheirWay": 37, "sent": 11340, "settled": 11001, "bounced": 22, "failed": 9, "recalled": 4},
             "members": {"asked": 632, "reached": 614, "unreached": 18},
             "ownWords": {"edited": 7300, "editedShare": 0.64, "meanShare": 0.38, "tenths": [{"atMost": 0, "letters": 4102}]},
             "timeToConfirm": {"medianMinutesAtMost": 5, "within": [{"minutes": 5, "letters": 8020}]},
             "ownMailbox": {"awaiting": 21, "said": 64, "copied": 31},
             "personalLinks": {"letters": 2140, "links": 987},
             "days": [{"day": "2026-11-24", "written": 310, "confirmed": 290, "sent": 288, "bounced": 1}],
             "hours": [{"hour": "2026-11-24T17:00:00Z", "written": 31, "confirmed": 29, "sent": 28, "bounced": 0}],
             "sites": [{"name": "www.example.org", "written": 9100, "confirmed": 8700, "sent": 8650}],
             "channels": [{"name": "whatsapp", "written": 0, "confirmed": 3100, "sent": 3080}],
             "constituencies": [{"code": "E14001167", "name": "Cities of London and Westminster", "member": "Rachel Blake",
                                 "written": 41, "confirmed": 38, "sent": 37, "bounced": 0}]}""";

    /**
     * @param written all that were ever written
     * @param awaitingConfirmation those that wait for their writers to confirm them
     * @param confirmed all that were ever confirmed, or sent by their writers themselves
     * @param lapsed nobody confirmed them in time, or sent them
     * @param held confirmed, and waiting for a person, a member or the campaign
     * @param onTheirWay confirmed and not sent yet
     * @param sent all that a relay ever took
     * @param settled sent, and not come back in 48 hours
     * @param bounced sent, and come back
     * @param failed given up before they were sent
     * @param recalled taken back before they were sent
     */
    record Letters(
            long written,
            long awaitingConfirmation,
            long confirmed,
            long lapsed,
            long held,
            long onTheirWay,
            long sent,
            long settled,
            long bounced,
            long failed,
            long recalled) {
        static Letters of(Counts counts) {
            return new Letters(
                    counts.written(),
                    counts.awaitingConfirmation(),
                    counts.confirmed(),
                    counts.lapsed(),
                    counts.held(),
                    counts.onTheirWay(),
                    counts.sent(),
                    counts.settled(),
                    counts.bounced(),
                    counts.failed(),
                    counts.recalled());
        }
    }

    /**
     * @param asked sitting members to whom the campaign writes
     * @param reached those of them to whom a letter was sent that did not come back, by us or by its writer with a copy to us
     * @param unreached the rest; {@code constituencies} shows who they are
     */
    record Members(int asked, int reached, int unreached) {}

    /**
     * How much of the confirmed letters stands in none of the organisation's words, by the measure of the preview and the gate.
     *
     * @param edited letters with any words of their own
     * @param editedShare their share of the confirmed, 0 to 1; null without any
     * @param meanShare the mean share of own words in a letter, 0 to 1; null without any
     */
    record OwnWords(
            long edited,
            @Nullable Double editedShare,
            @Nullable Double meanShare,
            List<Tenth> tenths) {}

    /** @param atMost per cent of own words; more than the next smaller tenth */
    record Tenth(int atMost, long letters) {}

    /** @param medianMinutesAtMost half of the confirmed letters were confirmed within this time; null without any */
    record TimeToConfirm(@Nullable Integer medianMinutesAtMost, List<Within> within) {}

    /** @param letters how many were confirmed within so many minutes of being written */
    record Within(int minutes, long letters) {}

    /**
     * @param awaiting with their writers, who have not sent them yet as far as is known
     * @param said sent, as their writers say
     * @param copied sent, as a copy shows
     */
    @Schema(name = "OwnMailboxCounts")
    record OwnMailbox(long awaiting, long said, long copied) {
        static OwnMailbox of(Counts counts) {
            return new OwnMailbox(counts.awaitingSender(), counts.ownMailbox() - counts.copied(), counts.copied());
        }
    }

    /**
     * @param letters that came over a personal link and count
     * @param links over which they came; the letters' share of the confirmed says how far the campaign carries itself
     */
    @Schema(name = "PersonalLinkCounts")
    record PersonalLinks(long letters, long links) {}

    record Day(LocalDate day, long written, long confirmed, long sent, long bounced) {}

    record Hour(Instant hour, long written, long confirmed, long sent, long bounced) {}

    /** @param name empty where it is not known */
    record Source(String name, long written, long confirmed, long sent) {}

    /** @param member who sits there now; null while nobody does */
    record Constituency(
            String code, String name, @Nullable String member, long written, long confirmed, long sent, long bounced) {}
}
