package org.centrallobby.letter.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against ALTCHA's own library, which solves what we set and accepts what we accept. */
class ChallengesTest {
    private static final String KEY = "6b6579";
    private static final int TRIES = 500;
    private static final UUID CAMPAIGN = UUID.fromString("01936f30-0000-7000-8000-000000000001");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The library looks at the machine's clock. */
    private final Instant now = Instant.now();

    private final Challenges challenges = new Challenges(KEY, TRIES, Duration.ofMinutes(5));

    @Test
    void theLibrarySolvesOurChallengesAndBothAcceptTheSolution() throws Exception {
        for (var round = 0; round < 50; round++) {
            var payload = payload(solved(challenges.set(CAMPAIGN, now)));

            assertThat(Altcha.verifySolution(payload, KEY, true)).isTrue();
            assertThat(challenges.check(CAMPAIGN, payload, now)).isPresent();
        }
    }

    @Test
    void noTwoChallengesAreAlike() {
        assertThat(challenges.set(CAMPAIGN, now)).isNotEqualTo(challenges.set(CAMPAIGN, now));
    }

    @Test
    void aProofIsForItsCampaignAndForItsTime() throws Exception {
        var payload = payload(solved(challenges.set(CAMPAIGN, now)));

        assertThat(challenges.check(UUID.randomUUID(), payload, now)).isEmpty();
        assertThat(challenges.check(CAMPAIGN, payload, now.plus(Duration.ofMinutes(6))))
                .isEmpty();
    }

    @Test
    void neitherAcceptsAnotherNumberOrAChallengeThatWeNeverSet() throws Exception {
        var solution = solved(challenges.set(CAMPAIGN, now));
        refused(with(solution, "number", number(solution) + 1));
        refused(with(solution, "signature", "0".repeat(64)));
        refused(solved(new Challenges("another key", TRIES, Duration.ofMinutes(5)).set(CAMPAIGN, now)));
    }

    @Test
    void theNumbersFirstDigitsCannotBecomeTheExpirysLast() throws Exception {
        var solution = solved(challenges.set(CAMPAIGN, now));
        while (number(solution) < 10) {
            solution = solved(challenges.set(CAMPAIGN, now));
        }
        var number = String.valueOf(number(solution));
        var spliced = with(
                with(solution, "salt", solution.get("salt") + number.substring(0, 1)),
                "number",
                Integer.parseInt(number.substring(1)));

        assertThat(challenges.check(CAMPAIGN, payload(spliced), now)).isEmpty();
    }

    @Test
    void theSaltIsTakenInOneFormOnly() throws Exception {
        var solution = solved(challenges.set(CAMPAIGN, now));

        for (var salt :
                new String[] {"", "x", "?campaign=" + CAMPAIGN, solution.get("salt") + "&expires=9999999999&"}) {
            assertThat(challenges.check(CAMPAIGN, payload(with(solution, "salt", salt)), now))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "bnVsbA==",
                "W10=",
                "e30=",
                "MQ==",
                "IiI=",
                "eyJudW1iZXIiOiAieCJ9",
                "%%%",
                "\u0000"
            })
    void whatIsNoPayloadProvesNothing(String payload) {
        assertThat(challenges.check(CAMPAIGN, payload, now)).isEmpty();
    }

    @Test
    void aPayloadThatWasTouchedProvesNothing() throws Exception {
        var random = new Random(7);
        var payload = payload(solved(challenges.set(CAMPAIGN, now)));
        for (var round = 0; round < 500; round++) {
            var touched = payload.getBytes(StandardCharsets.US_ASCII);
            touched[random.nextInt(touched.length)] = (byte) (33 + random.nextInt(94));
            var text = new String(touched, StandardCharsets.US_ASCII);

            // A bit that base64 pads with, or a letter's case in a field's unknown name, may change nothing.
            if (!decoded(text).equals(decoded(payload))) {
                assertThat(challenges.check(CAMPAIGN, text, now)).as(text).isEmpty();
            }
        }
        assertThat(challenges.check(CAMPAIGN, null, now)).isEmpty();
        assertThat(challenges.check(CAMPAIGN, "A".repeat(100_000), now)).isEmpty();
    }

    private void refused(Map<String, Object> solution) throws Exception {
        assertThat(Altcha.verifySolution(payload(solution), KEY, true)).isFalse();
        assertThat(challenges.check(CAMPAIGN, payload(solution), now)).isEmpty();
    }

    /** What ALTCHA's widget would send. */
    static Map<String, Object> solved(Challenge challenge) throws Exception {
        var solution = Altcha.solveChallenge(
                challenge.challenge(), challenge.salt(), Altcha.Algorithm.SHA256, challenge.maxnumber(), 0);
        return Map.of(
                "algorithm", challenge.algorithm(),
                "challenge", challenge.challenge(),
                "number", solution.number,
                "salt", challenge.salt(),
                "signature", challenge.signature());
    }

    private static Map<String, Object> with(Map<String, Object> solution, String field, Object value) {
        var changed = new HashMap<>(solution);
        changed.put(field, value);
        return changed;
    }

    static String payload(Map<String, Object> solution) throws JsonProcessingException {
        return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(solution));
    }

    private static int number(Map<String, Object> solution) {
        return Integer.parseInt(String.valueOf(solution.get("number")));
    }

    private static String decoded(String payload) {
        try {
            return new String(Base64.getDecoder().decode(payload), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
