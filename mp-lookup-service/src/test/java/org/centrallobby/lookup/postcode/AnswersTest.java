package org.centrallobby.lookup.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.BoundaryFile;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.seat.Representation;
import org.centrallobby.lookup.seat.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers that are put together from bytes, against those that the JSON library writes. */
class AnswersTest {
    private static final Boundaries BOUNDARIES = BoundaryFile.read();
    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final String CHINGFORD = "E14001167";
    private static final String WALTHAMSTOW = "E14001563";

    @ParameterizedTest
    @CsvSource({
        "E4 8ND, false, '', true",
        "e48nd, false, '', true",
        "E4 8NE, false, 1996-06, false",
        "E4 8NF, false, '', false"
    })
    void anAnswerIsTheJsonOfWhatItSays(String typed, boolean corrected, String month, boolean inUse) throws Exception {
        var expected = new PostcodeAnswer(
                PackedPostcode.text(PackedPostcode.of(
                        typed.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII),
                        0,
                        typed.length())),
                corrected,
                month.isEmpty() ? null : month,
                inUse,
                BOUNDARIES.find(CHINGFORD).orElseThrow(),
                null,
                seat("one").seat());

        assertThat(text(answers("one").find(typed))).isEqualTo(JSON.writeValueAsString(expected));
    }

    @Test
    void aSplitPostcodeNamesItsConstituencies() throws Exception {
        var expected = new PostcodeAnswer(
                "E17 4AH",
                true,
                null,
                true,
                null,
                List.of(
                        BOUNDARIES.find(CHINGFORD).orElseThrow(),
                        BOUNDARIES.find(WALTHAMSTOW).orElseThrow()),
                null);

        assertThat(text(answers("one").find("EI7 4AH"))).isEqualTo(JSON.writeValueAsString(expected));
    }

    @Test
    void severalOutcomesAreTheJsonOfEach() throws Exception {
        var answers = answers("one");

        var several = JSON.readTree(answers.findAll(List.of("E4 8ND", "a \"quote\" \u0001 ü", "JE2 4WD", "E4 8ZZ")));

        assertThat(several.at("/results/0/found")).isEqualTo(JSON.readTree(answers.find("E4 8ND")));
        assertThat(several.at("/results/0/query").textValue()).isEqualTo("E4 8ND");
        assertThat(several.at("/results/1/query").textValue()).isEqualTo("a \"quote\" \u0001 ü");
        assertThat(several.at("/results/1/problem/type").textValue()).endsWith("malformed-postcode");
        assertThat(several.at("/results/2/problem/territory").textValue()).isEqualTo("jersey");
        assertThat(several.at("/results/3/problem/candidates/0/code").textValue())
                .isEqualTo(CHINGFORD);
    }

    @Test
    void anUnknownPostcodeOfAKnownSectorOffersItsConstituencies() {
        assertThatThrownBy(() -> answers("one").find("E4 8ZZ"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.type().name()).isEqualTo("UNKNOWN_POSTCODE"));
    }

    @Test
    void withOneReleaseInThePlaceOfAnotherEveryAnswerIsWhollyOfOneOfThem() throws Exception {
        var one = answers("one");
        var two = answers("two");
        var current = new AtomicReference<>(one);
        var expected = Map.of("one", text(one.find("E4 8ND")), "two", text(two.find("E4 8ND")));
        try (var threads = Executors.newFixedThreadPool(3)) {
            var readers = threads.invokeAll(List.<Callable<Map<String, String>>>of(
                    () -> reads(current), () -> reads(current), () -> {
                        for (var i = 0; i < 100_000; i++) {
                            current.set(i % 2 == 0 ? two : one);
                        }
                        return Map.of();
                    }));
            for (var reader : readers) {
                assertThat(expected).containsAllEntriesOf(reader.get());
            }
        }
    }

    /** What was answered under each version; an answer of another version under a name would show. */
    private static Map<String, String> reads(AtomicReference<Answers> current) {
        var seen = new java.util.HashMap<String, String>();
        for (var i = 0; i < 100_000; i++) {
            var answers = current.get();
            var answer = text(answers.find("E4 8ND"));
            var before = seen.putIfAbsent(answers.version(), answer);
            if (before != null && !before.equals(answer)) {
                throw new AssertionError("two answers of one release differ");
            }
        }
        return seen;
    }

    private static Answers answers(String version) {
        var rows = new PostcodeRows();
        var place = place(CHINGFORD);
        rows.live(packed("E4", "8ND"), place);
        rows.terminated(packed("E4", "8NE"), place, 1996 * 12 + 5);
        rows.terminated(packed("E4", "8NF"), place, 0);
        rows.live(packed("E17", "4AH"), place);
        var directory = PostcodeDirectory.of(
                PostcodeIndexBuilder.build(List.of(rows)).index(),
                Optional.empty(),
                Map.of(packed("E17", "4AH"), List.of(place, place(WALTHAMSTOW))));
        var seats = BOUNDARIES.all().stream()
                .map(constituency -> constituency.code().equals(CHINGFORD)
                        ? seat(version)
                        : new Representation(constituency, Seat.UNKNOWN))
                .collect(Collectors.toMap(seat -> seat.constituency().code(), seat -> seat));
        return new Answers(version, directory, seats, BOUNDARIES, JSON);
    }

    private static Representation seat(String version) {
        var member = Member.of(
                152,
                "Sir Iain Duncan Smith",
                "Rt Hon Sir Iain Duncan Smith MP",
                "Conservative",
                Contact.email("iain@" + version + ".example").missingSince(LocalDate.of(2026, 4, 2)));
        return new Representation(
                BOUNDARIES.find(CHINGFORD).orElseThrow(), Seat.filled(member, LocalDate.of(2024, 7, 4)));
    }

    private static int packed(String outward, String inward) {
        return PackedPostcode.of(new Postcode(outward, inward));
    }

    private static int place(String code) {
        return BOUNDARIES.place(code.getBytes(StandardCharsets.US_ASCII), 0, code.length());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
