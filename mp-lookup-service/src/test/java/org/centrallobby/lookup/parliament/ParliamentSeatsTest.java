package org.centrallobby.lookup.parliament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.centrallobby.lookup.fetch.FakeServer;
import org.centrallobby.lookup.fetch.FixedFetchConfig;
import org.centrallobby.lookup.fetch.PoliteClient;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.seat.SeatStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ParliamentSeatsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String LAST_PAGE = "/api/Members/Search?House=1&IsCurrentMember=true&skip=640&take=20";
    private static final String SECOND_PAGE = "/api/Members/Search?House=1&IsCurrentMember=true&skip=20&take=20";

    private final FakeParliament parliament = new FakeParliament();
    private final RememberedContacts store = new RememberedContacts();
    private @Nullable URI addresses;

    @AfterEach
    void stop() {
        parliament.close();
    }

    @Test
    void everySeatHasItsMember() {
        var answer = fetch();

        assertThat(answer.seats())
                .hasSize(650)
                .allSatisfy((code, seat) -> assertThat(seat.status()).isEqualTo(SeatStatus.FILLED));
        assertThat(answer.withoutContact()).isZero();
        assertThat(answer.notes()).isEmpty();
        var first = seat(answer, 0);
        var member = Objects.requireNonNull(first.member());
        assertThat(first.since()).isEqualTo(LocalDate.of(2024, 7, 4));
        assertThat(member.id()).isEqualTo(FakeParliament.idOf(0));
        assertThat(member.name()).isEqualTo("Ann Invented");
        assertThat(member.fullTitle()).isEqualTo("Rt Hon Ann Invented MP");
        assertThat(member.salutation()).isEqualTo("Ms Invented");
        assertThat(member.contact()).isEqualTo(Contact.email("invented.1000@parliament.example"));
        assertThat(parliament.requests("/Members/Search")).hasSize(33);
        assertThat(parliament.requests("/Contact")).hasSize(650);
        assertThat(parliament.requests("/Location/")).isEmpty();
    }

    @Test
    void progressIsTold() {
        var told = new ArrayList<List<Integer>>();

        seats(NOW).fetch(Seats2024.BOUNDARIES, (done, total) -> told.add(List.of(done, total)));

        assertThat(told).hasSize(684).startsWith(List.of(1, 683)).endsWith(List.of(683, 683));
        assertThat(told).isSortedAccordingTo((a, b) -> Integer.compare(a.getFirst(), b.getFirst()));
    }

    @Test
    void noLineOfAnAddressIsKeptAnywhere() {
        parliament.instead.put(
                "/api/Members/1300/Contact",
                FakeServer.text(parliament.contact(1300).replaceFirst("}\\s*]\\s*}\\s*$", "")));

        var failure = catchThrowable(this::fetch);
        var kept = Map.copyOf(store.contacts).values().stream()
                .map(contact -> contact.email() + contact.webForm())
                .toList();
        parliament.instead.clear();
        var answer = fetch();

        assertThat(kept).isNotEmpty();
        assertThat(kept + failure.toString() + failure.getCause() + everything(answer))
                .doesNotContain(FakeParliament.HOME)
                .doesNotContain(FakeParliament.HOME_POSTCODE)
                .doesNotContain(FakeParliament.TELEPHONE)
                .doesNotContain("House of Commons");
        assertThat(answer.toString() + failure).doesNotContain("@").doesNotContain("Invented");
    }

    @Test
    void namesNeedNotBeWrittenAlike() {
        rename("Ynys Môn", "Ynys Mon");
        rename("Montgomeryshire and Glyndŵr", "Maldwyn a Glyndwr");
        rename("Bridlington and The Wolds", "BRIDLINGTON & the wolds");
        rename("Kingston upon Hull North and Cottingham", "Kingston-upon-Hull North and Cottingham,");

        assertThat(fetch().seats())
                .hasSize(650)
                .allSatisfy((code, seat) -> assertThat(seat.status()).isEqualTo(SeatStatus.FILLED));
    }

    @Test
    void aNameThatIsNoSeatIsAnAlarm() {
        rename("Bridlington and The Wolds", "Bridlington Wolds");

        assertFails("sits for \"Bridlington Wolds\", which is none of the 2024 boundaries");
    }

    @Test
    void aMemberOnTwoPagesIsAnAlarm() {
        var second = new ArrayList<>(
                parliament.members.values().stream().skip(20).limit(19).toList());
        second.add(Objects.requireNonNull(parliament.members.get(1000)));
        parliament.instead.put(SECOND_PAGE, FakeServer.text(FakeParliament.page(20, 650, second)));

        assertFails("page 2 of the members: member 1000 is also on page 1 of the members");
    }

    @Test
    void twoMembersForOneSeatAreAnAlarm() {
        parliament
                .membership(1641)
                .put("membershipFrom", parliament.seats.get(3).name());

        assertFails("page 33 of the members: members 1003 and 1641 both sit for");
    }

    @Test
    void aPageThatComesAgainIsAnAlarm() {
        parliament.instead.put(LAST_PAGE, FakeServer.text(parliament.page(620)));

        assertFails("page 33 of the members: it repeats members of earlier pages and names no other");
        assertThat(parliament.requests("/Members/Search")).hasSize(33);
    }

    @Test
    void fewerMembersThanCountedAreAnAlarm() {
        parliament.instead.put(
                LAST_PAGE,
                FakeServer.text(FakeParliament.page(
                        640,
                        650,
                        parliament.members.values().stream().skip(640).limit(9).toList())));
        parliament.instead.put(
                LAST_PAGE.replace("640", "649"), FakeServer.text(FakeParliament.page(649, 650, List.of())));

        assertFails("they name 649 of the 650 that they count");
    }

    @Test
    void aCountThatChangesIsAnAlarm() {
        parliament.instead.put(
                SECOND_PAGE,
                FakeServer.text(FakeParliament.page(
                        20,
                        649,
                        parliament.members.values().stream().skip(20).limit(20).toList())));

        assertFails("page 2 of the members: it counts 649 members and an earlier page 650");
    }

    @Test
    void moreMembersThanSeatsAreAnAlarm() {
        parliament.members.put(1, FakeParliament.member(1, "Nowhere"));

        assertFails("page 1 of the members: it counts 651 members for 650 seats");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"items\": [, it is not whole JSON",
        "<html>Sign in</html>, it is not whole JSON",
        "'', it is not whole JSON",
        "null, it is empty",
        "[], it is not whole JSON",
        "{}, it is no page of members",
        "'{\"items\": [null], \"totalResults\": 1}', an item is no member of a House",
        "'{\"items\": [{\"value\": null}], \"totalResults\": 1}', an item is no member of a House",
        "'{\"items\": [], \"totalResults\": -1}', it counts -1 members for 650 seats",
    })
    void whatIsNoPageIsAnAlarm(String answer, String reason) {
        parliament.instead.put(SECOND_PAGE.replace("20&", "0&"), FakeServer.text(answer));

        assertFails("page 1 of the members: " + reason);
    }

    @Test
    void aTruncatedPageIsAnAlarm() {
        var page = parliament.page(20);
        parliament.instead.put(SECOND_PAGE, FakeServer.text(page.substring(0, page.length() / 2)));

        assertFails("page 2 of the members: it is not whole JSON of the form that the API gives (line 1, column ");
    }

    @Test
    void aMemberWithoutAPartyOrOfAnotherHouseIsAnAlarm() {
        Objects.requireNonNull(parliament.members.get(1002)).put("latestParty", null);
        assertFails("page 1 of the members: the party of member 1002 is missing or not readable");

        parliament.membership(1001).put("house", 2);
        assertFails("page 1 of the members: member 1001 sits in another House");
    }

    @Test
    void aSeatThatNobodyClaimsIsVacantIfParliamentSaysSo() {
        parliament.members.remove(1005);
        parliament.representations.put(4005, """
                {"value": [
                  {"member": null, "representation": {"membershipFrom": "x", "membershipEndDate": "2024-05-30T00:00:00"}},
                  {"member": null, "representation": {"membershipFrom": "x", "membershipEndDate": "2026-05-19T00:00:00"}}]}
                """);

        var answer = fetch();

        assertThat(answer.seats()).hasSize(650);
        assertThat(seat(answer, 5)).isEqualTo(Seat.vacant(LocalDate.of(2026, 5, 19)));
        assertThat(answer.notes())
                .containsExactly("vacant: " + parliament.seats.get(5).name());
        assertThat(parliament.requests("/Contact")).hasSize(649);
    }

    @Test
    void aMembershipThatHasEndedLeavesTheSeatVacant() {
        parliament.membership(1005).put("membershipEndDate", "2026-11-24T00:00:00");
        parliament.instead.put(searchFor(5), FakeServer.text("""
                        {"items": [{"value": {"id": 4005, "name": "%s", "endDate": null,
                          "currentRepresentation": {"member": null}}}], "totalResults": 1}
                        """.formatted(
                        parliament.seats.get(5).name())));

        assertThat(seat(fetch(), 5)).isEqualTo(Seat.vacant(null));
    }

    @Test
    void aMembershipThatEndsTomorrowHoldsToday() {
        parliament.membership(1005).put("membershipEndDate", "2026-11-25T00:00:00");

        assertThat(seat(fetch(), 5).status()).isEqualTo(SeatStatus.FILLED);
    }

    @Test
    void aSeatThatNobodyClaimsThoughItHasAMemberIsAnAlarm() {
        var gone = Objects.requireNonNull(parliament.members.get(1005));
        parliament.members.remove(1005);
        parliament.instead.put(searchFor(5), FakeServer.text("""
                        {"items": [{"value": {"id": 4005, "name": "%s", "endDate": null,
                          "currentRepresentation": {"member": {"value": {"id": %s}}}}}], "totalResults": 1}
                        """.formatted(
                        parliament.seats.get(5).name(), gone.get("id"))));

        assertFails("it names a member who is on none of the pages of members");
    }

    @Test
    void aSeatThatParliamentDoesNotKnowIsAnAlarm() {
        parliament.members.remove(1005);
        parliament.instead.put(searchFor(5), FakeServer.text("{\"items\": [], \"totalResults\": 0}"));

        assertFails("Parliament knows no seat of that name");
    }

    @Test
    void manyVacanciesAreAnAlarmAndNotManyQuestions() {
        parliament.members.keySet().removeIf(id -> id >= 1600);

        assertFails("the pages of members: nobody sits for 50 seats");
        assertThat(parliament.requests("/Location/")).isEmpty();
    }

    @Test
    void aHouseWithoutMembersLooksDissolved() {
        parliament.members.clear();

        assertThatThrownBy(this::fetch)
                .isInstanceOf(NobodySits.class)
                .hasMessageContaining("It looks as if Parliament were dissolved");
        assertThat(parliament.requests("/Location/")).isEmpty();
    }

    @Test
    void aHouseOfFormerMembersLooksDissolvedToo() {
        parliament
                .members
                .keySet()
                .forEach(id -> parliament.membership(id).put("membershipEndDate", "2026-10-30T00:00:00"));

        assertThatThrownBy(this::fetch)
                .isInstanceOfSatisfying(
                        NobodySits.class, e -> assertThat(e.ended()).contains(LocalDate.of(2026, 10, 30)));
    }

    @Test
    void aFaultThatPassesIsNotNoticed() {
        parliament.server.first(FakeServer.status(500), FakeServer.status(429, "Retry-After", "0"));

        assertThat(fetch().seats()).hasSize(650);
    }

    @Test
    void aRefreshThatWasKilledGoesOnWhereItWas() {
        parliament.instead.put("/api/Members/1400/Contact", FakeServer.status(403));
        assertFails("the contacts of member 1400");
        var kept = Set.copyOf(store.contacts.keySet());
        assertThat(kept).hasSizeBetween(380, 420).doesNotContain(1400);
        parliament.instead.clear();

        var answer = fetch();

        assertThat(answer.withoutContact()).isZero();
        assertThat(store.contacts).isEmpty();
        var asked = parliament.requests("/Contact");
        assertThat(asked).hasSizeBetween(651, 660);
        assertThat(kept)
                .allSatisfy(id -> assertThat(asked)
                        .filteredOn(request -> request.contains("/%d/".formatted(id)))
                        .as("requests for member %d", id)
                        .hasSize(1));
    }

    @Test
    void whatIsTooOldIsAskedForAgain() {
        for (var id = 1000; id < 1010; id++) {
            store.keep(id, Contact.NONE, NOW.minus(Duration.ofHours(12)).minusSeconds(id < 1004 ? 1 : 0));
        }

        assertThat(fetch().withoutContact()).isEqualTo(6);
        assertThat(parliament.requests("/Contact")).hasSize(644);
    }

    @Test
    void oneAnswerForAllAddressesSparesTheOthers() {
        addresses = parliament.server.url("/mnis/Addresses/");
        parliament.instead.put("/mnis/Addresses/", FakeServer.text("""
                        <?xml version="1.0" encoding="utf-8"?><Members>%s</Members>
                        """.formatted(String.join(
                "",
                parliament.members.keySet().stream()
                        .filter(id -> id != 1007)
                        .map("""
                                                <Member Member_Id="%d"><Addresses><Address Type_Id="1">
                                                <Email>book@parliament.example</Email></Address></Addresses></Member>
                                                """::formatted)
                        .toList()))));

        var answer = fetch();

        assertThat(contact(answer, 6)).isEqualTo(Contact.email("book@parliament.example"));
        assertThat(contact(answer, 7)).isEqualTo(Contact.email("invented.1007@parliament.example"));
        assertThat(parliament.requests("/Contact")).containsExactly("/api/Members/1007/Contact");
    }

    @Test
    void fewMembersMayBeUnknownToTheContactsAndNotMany() {
        for (var id = 1000; id < 1005; id++) {
            parliament.instead.put("/api/Members/%d/Contact".formatted(id), FakeServer.status(404));
        }
        parliament.contacts.put(1005, "{\"value\": [], \"links\": []}");

        assertThat(fetch().withoutContact()).isEqualTo(6);

        parliament.instead.put("/api/Members/1006/Contact", FakeServer.status(404));
        assertFails("the API does not know of contacts");
    }

    @Test
    void whatIsNoListOfContactsIsAnAlarm() {
        parliament.contacts.put(1003, "{\"items\": []}");

        assertFails("the contacts of member 1003: it is no list of contacts");
    }

    @Test
    void membersHoldThePostsOfTheCabinetsAndOfEveryDepartment() {
        var answer = fetch();

        assertThat(answer.officesKnown()).isTrue();
        assertThat(offices(answer, 0)).isEmpty();
        assertThat(offices(answer, 1)).containsExactly("Secretary of State for the Home Department");
        assertThat(offices(answer, 2)).containsExactly("Minister of State (Cabinet Office)");
        assertThat(offices(answer, 3)).containsExactly("Shadow Minister (Home Office)");
        assertThat(parliament.requests("/api/Posts/")).hasSize(6);
    }

    @Test
    void onlyWhatIsHeldTodayIsAnOffice() {
        var holder = FakeParliament.holder(1004);
        parliament.posts.put(
                "GovernmentPosts",
                "[%s,%s,%s,%s,null,{\"value\":null}]"
                        .formatted(
                                FakeParliament.post("Held", holder),
                                FakeParliament.post(
                                        "Ended",
                                        holder.replace("\"endDate\": null", "\"endDate\": \"2026-11-24T00:00:00\"")),
                                FakeParliament.post("Begins tomorrow", holder.replace("2025-09-05", "2026-11-25")),
                                FakeParliament.post("Vacant", "null, {\"member\": null}")));

        assertThat(offices(fetch(), 4)).containsExactly("Held");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OppositionPosts?departmentId=1 | [{\"value\": | it is not whole JSON",
                "OppositionPosts | {} | it is not whole JSON",
                "GovernmentPosts | null | it is empty",
                "Departments | <html> | the departments: it is not whole JSON",
            })
    void withoutTheListsOfPostsTheMembersAreKnownAllTheSame(String list, String content, String reason) {
        parliament.posts.put(list, content);

        var answer = fetch();

        assertThat(answer.officesKnown()).isFalse();
        assertThat(answer.seats())
                .hasSize(650)
                .allSatisfy((code, seat) -> assertThat(
                                Objects.requireNonNull(seat.member()).offices())
                        .isEmpty());
        assertThat(answer.withoutContact()).isZero();
        assertThat(answer.notes())
                .singleElement()
                .asString()
                .startsWith("the offices could not be had, so members keep those they had: ")
                .contains(reason);
        assertThat(store.contacts).isEmpty();
    }

    @Test
    void listsThatAreRefusedOrEmptyAreNoNews() {
        parliament.instead.put("/api/Posts/OppositionPosts", FakeServer.status(403));
        assertThat(fetch().officesKnown()).isFalse();

        parliament.instead.clear();
        parliament.posts.replaceAll((list, content) -> list.equals("Departments") ? content : "[]");
        assertThat(fetch().notes()).singleElement().asString().endsWith("the lists of posts: nobody is on them");
    }

    @Test
    void aDepartmentWithoutPostsIsPassedOver() {
        parliament.posts.remove("OppositionPosts?departmentId=53");

        assertThat(fetch().officesKnown()).isTrue();
    }

    private ParliamentAnswer fetch() {
        return seats(NOW).fetch(Seats2024.BOUNDARIES, Progress.NONE);
    }

    private ParliamentSeats seats(Instant now) {
        var clock = InstantSource.fixed(now);
        return new ParliamentSeats(
                new FixedParliamentConfig(parliament.server.url(""), Optional.ofNullable(addresses)),
                new PoliteClient(FixedFetchConfig.QUICK, clock),
                store,
                clock);
    }

    private void assertFails(String reason) {
        assertThatThrownBy(this::fetch)
                .isInstanceOf(ParliamentFailure.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("@");
    }

    private void rename(String seat, String as) {
        var renamed = parliament.members.keySet().stream()
                .filter(id -> seat.equals(parliament.membership(id).get("membershipFrom")))
                .toList();
        assertThat(renamed).hasSize(1);
        parliament.membership(renamed.getFirst()).put("membershipFrom", as);
    }

    private String searchFor(int seat) {
        return "/api/Location/Constituency/Search?searchText=%s&skip=0&take=20"
                .formatted(parliament.seats.get(seat).name().replace(" ", "%20"));
    }

    private Seat seat(ParliamentAnswer answer, int index) {
        return Objects.requireNonNull(
                answer.seats().get(parliament.seats.get(index).code()));
    }

    private Contact contact(ParliamentAnswer answer, int index) {
        return Objects.requireNonNull(seat(answer, index).member()).contact();
    }

    private List<String> offices(ParliamentAnswer answer, int index) {
        return Objects.requireNonNull(seat(answer, index).member()).offices();
    }

    /** Everything that the answer holds, told by itself or not. */
    private static String everything(ParliamentAnswer answer) {
        var all = new StringBuilder(answer.notes().toString());
        answer.seats().values().forEach(seat -> {
            var member = Objects.requireNonNull(seat.member());
            all.append(member.name())
                    .append(member.fullTitle())
                    .append(member.salutation())
                    .append(member.offices())
                    .append(member.contact().email())
                    .append(member.contact().webForm());
        });
        return all.toString();
    }
}
