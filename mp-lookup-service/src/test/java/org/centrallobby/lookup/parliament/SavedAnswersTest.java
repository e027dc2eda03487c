package org.centrallobby.lookup.parliament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.centrallobby.lookup.fetch.FixedFetchConfig;
import org.centrallobby.lookup.fetch.PoliteClient;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.seat.SeatStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedAnswersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    private final FakeParliament parliament = new FakeParliament();
    private final Map<String, String> files = new TreeMap<>();
    private final ParliamentSeats seats = new ParliamentSeats(
            new FixedParliamentConfig(URI.create("https://members.example"), Optional.empty()),
            new PoliteClient(FixedFetchConfig.QUICK, CLOCK),
            new RememberedContacts(),
            CLOCK);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        parliament.close();
    }

    @Test
    void savedAnswersSayWhatTheApiSays() throws IOException {
        save();
        var asked = new ParliamentSeats(
                        new FixedParliamentConfig(parliament.server.url(""), Optional.empty()),
                        new PoliteClient(FixedFetchConfig.QUICK, CLOCK),
                        new RememberedContacts(),
                        CLOCK)
                .fetch(Seats2024.BOUNDARIES, Progress.NONE);

        assertThat(fromFolder()).isEqualTo(asked);
        assertThat(fromZip()).isEqualTo(asked);
        assertThat(asked.seats()).hasSize(650);
    }

    @Test
    void namesOfFilesDoNotMatter() throws IOException {
        save();
        var renamed = new TreeMap<String, String>();
        var number = 0;
        for (var content : files.values()) {
            renamed.put("../a/b %d.%s".formatted(number, number % 2 == 0 ? "txt" : "json"), "\uFEFF\n" + content);
            number++;
        }
        files.clear();
        files.putAll(renamed);

        var answer = fromZip();

        assertThat(answer.withoutContact()).isZero();
        assertThat(answer.notes()).isEmpty();
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile))
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly("answers.zip");
        }
    }

    @Test
    void aNameMayTellWhoseContactsTheseAre() throws IOException {
        save();
        files.put("contact-1003.json", "");
        files.put("2026-11-24 contact 1003.json", "{\"value\": [{\"typeId\": 1, \"email\": \"named@mp.example\"}]}");

        assertThat(contact(fromFolder(), 3)).isEqualTo(Contact.email("named@mp.example"));

        files.remove("2026-11-24 contact 1003.json");
        files.put("contact.json", "{\"value\": []}");
        assertFails("contact.json: neither its links nor its name say whose contacts it holds");
    }

    @Test
    void contactsThatWereNotSavedAreCounted() throws IOException {
        save();
        files.keySet().removeIf(name -> name.startsWith("contact-10"));

        var answer = fromFolder();

        assertThat(answer.withoutContact()).isEqualTo(100);
        assertThat(answer.notes()).containsExactly("members whose contacts are not among the files: 100");
        assertThat(contact(answer, 0)).isEqualTo(Contact.NONE);
    }

    @Test
    void contactsThatContradictEachOtherAreAnAlarm() throws IOException {
        save();
        files.put("x.json", parliament.contact(1003).replace("invented", "other"));

        assertFails("x.json: another file tells other contacts of member 1003");
    }

    @Test
    void theOlderApisAnswerServesToo() throws IOException {
        save();
        files.keySet().removeIf(name -> name.startsWith("contact-"));
        files.put("addresses.xml", """
                <?xml version="1.0"?><Members><Member Member_Id="1003"><Addresses><Address Type_Id="1">
                <Email>book@mp.example</Email></Address></Addresses></Member></Members>
                """);

        var answer = fromFolder();

        assertThat(answer.withoutContact()).isEqualTo(649);
        assertThat(contact(answer, 3)).isEqualTo(Contact.email("book@mp.example"));
    }

    @Test
    void aMissingPageIsAnAlarm() throws IOException {
        save();
        files.remove("page-100.json");

        assertFails("the pages of members: they name 630 of the 650 that they count");
    }

    @Test
    void aPageThatWasSavedTwiceIsAnAlarm() throws IOException {
        save();
        files.put("page-100 (1).json", parliament.page(100));

        assertFails("page-100.json: it repeats members of earlier pages");
    }

    @Test
    void noPageAtAllIsAnAlarmAndNotADissolution() throws IOException {
        files.put("contact-1000.json", parliament.contact(1000));

        assertThatThrownBy(this::fromFolder)
                .isInstanceOf(ParliamentFailure.class)
                .isNotInstanceOf(NobodySits.class)
                .hasMessage("there is no page of members");
    }

    @Test
    void anEmptyPageLooksLikeADissolution() throws IOException {
        files.put("page.json", FakeParliament.page(0, 0, List.of()));

        assertThatThrownBy(this::fromFolder).isInstanceOf(NobodySits.class);
    }

    @Test
    void aSeatThatNobodyClaimsIsVacantBecauseThePagesAreComplete() throws IOException {
        parliament.members.remove(1005);
        save();

        var answer = fromFolder();

        assertThat(answer.seats().get(parliament.seats.get(5).code())).isEqualTo(Seat.vacant(null));
        assertThat(answer.notes())
                .containsExactly(
                        "vacant seats without a saved search that says so: 1",
                        "vacant: " + parliament.seats.get(5).name());
    }

    @Test
    void aSavedSearchAndRepresentationsTellSinceWhen() throws IOException {
        parliament.members.remove(1005);
        save();
        files.put("search.json", parliament.search(parliament.seats.get(5).name()));
        files.put("who.json", """
                {"value": [
                  {"representation": {"membershipFromId": 4005, "membershipEndDate": "2026-05-19T00:00:00"}},
                  {"representation": {"membershipFromId": 4005, "membershipEndDate": "2024-05-30T00:00:00"}},
                  {"representation": {"membershipFromId": 4006, "membershipEndDate": null}}]}
                """);

        var answer = fromFolder();

        assertThat(answer.seats().get(parliament.seats.get(5).code()))
                .isEqualTo(Seat.vacant(LocalDate.of(2026, 5, 19)));
        assertThat(answer.notes()).hasSize(1);
    }

    @Test
    void aSavedSearchThatNamesAMemberIsAnAlarm() throws IOException {
        files.put("search.json", parliament.search(parliament.seats.get(5).name()));
        parliament.members.remove(1005);
        save();

        assertFails("it names a member who is on none of the pages of members");
    }

    @Test
    void anEmptySearchIsNoPageOfMembers() throws IOException {
        save();
        files.put("search.json", parliament.search("Nowhere at all"));

        assertThat(fromFolder().seats().values()).allMatch(seat -> seat.status() == SeatStatus.FILLED);
    }

    @Test
    void whatIsSomethingElseIsPassedOverAndCounted() throws IOException {
        save();
        files.put("README.md", "# Saved on Tuesday");
        files.put("empty", "");
        files.put("constituencies.xml", "<Constituencies/>");
        files.put("bill.json", "{\"billId\": 1}");

        assertThat(fromFolder().notes()).containsExactly("files that hold something else: 4");
    }

    @Test
    void withoutAListOfPostsNobodyHoldsAnOffice() throws IOException {
        save();
        files.keySet().removeIf(name -> name.contains("Posts"));
        files.put("departments.json", "[{\"id\": 53, \"name\": \"Cabinet Office\"}]");

        var answer = fromFolder();

        assertThat(answer.officesKnown()).isTrue();
        assertThat(answer.seats().values())
                .allSatisfy(
                        seat -> assertThat(Objects.requireNonNull(seat.member()).offices())
                                .isEmpty());
        assertThat(answer.notes())
                .containsExactly(
                        "files that hold something else: 1",
                        "no list of posts is among the files, so nobody holds an office");
    }

    @Test
    void whatIsBrokenIsNamed() throws IOException {
        save();
        files.put("contact-1003.json", parliament.contact(1003).substring(0, 300));

        assertFails("contact-1003.json: it is not whole JSON");
    }

    @Test
    void anEntryThatIsTooLargeEndsTheReading() throws IOException {
        var bomb = new byte[(16 << 20) + 1];
        Arrays.fill(bomb, (byte) ' ');

        assertThatThrownBy(() -> read(zip(1, bomb))).hasMessageContaining("0.json: it is larger than 16 MB");
    }

    @Test
    void entriesThatAreTooLargeTogetherEndTheReading() throws IOException {
        var part = new byte[16 << 20];
        Arrays.fill(part, (byte) ' ');

        assertThatThrownBy(() -> read(zip(9, part))).hasMessageContaining("its files hold more than 128 MB");
    }

    @Test
    void tooManyEntriesEndTheReading() throws IOException {
        assertThatThrownBy(() -> read(zip(5_001, new byte[0]))).hasMessageContaining("it holds more than 5000 files");
    }

    @Test
    void aZipThatIsNoneIsNamed() throws IOException {
        save();
        var whole = Files.readAllBytes(zip());
        var half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> read(half))
                .isInstanceOf(ParliamentFailure.class)
                .hasMessage("half.zip: it can be read neither as a folder nor as a ZIP");
        assertThatThrownBy(() -> read(folder.resolve("absent"))).isInstanceOf(ParliamentFailure.class);
    }

    private void save() {
        for (var skip = 0; skip < parliament.members.size(); skip += 20) {
            files.put("page-%d.json".formatted(skip), parliament.page(skip));
        }
        parliament.posts.forEach((list, content) -> files.put(list.replace('?', ' ') + ".json", content));
        files.remove("Departments.json");
        parliament.members.keySet().forEach(id -> files.put("contact-%d.json".formatted(id), parliament.contact(id)));
    }

    private ParliamentAnswer read(Path path) {
        return seats.read(path, Seats2024.BOUNDARIES);
    }

    private ParliamentAnswer fromFolder() throws IOException {
        var saved = Files.createTempDirectory(folder, "saved");
        for (var file : files.entrySet()) {
            Files.writeString(saved.resolve(file.getKey()), file.getValue());
        }
        return read(saved);
    }

    private ParliamentAnswer fromZip() throws IOException {
        return read(zip());
    }

    private Path zip() throws IOException {
        var path = folder.resolve("answers.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    private Path zip(int entries, byte[] content) throws IOException {
        var path = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (var i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(i + ".json"));
                zip.write(content);
            }
        }
        return path;
    }

    private void assertFails(String reason) {
        assertThatThrownBy(this::fromFolder)
                .isInstanceOf(ParliamentFailure.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("@");
    }

    private Contact contact(ParliamentAnswer answer, int index) {
        var seat = Objects.requireNonNull(
                answer.seats().get(parliament.seats.get(index).code()));
        return Objects.requireNonNull(seat.member()).contact();
    }
}
