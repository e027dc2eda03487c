package org.centrallobby.letter.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centrallobby.letter.letter.Token;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final UUID letter = UUID.randomUUID();
    private final ConfirmationCode code = new ConfirmationCode("012345");
    private final Confirmation confirmation = new Confirmation(letter, code, NOW, NOW.plus(Duration.ofDays(7)));

    @Test
    void theCodeIsAcceptedHoweverItsDigitsAreGrouped() {
        assertThat(confirmation.accepts(ConfirmationCode.typed(" 012 345"))).isTrue();
        assertThat(confirmation.accepts(ConfirmationCode.typed("012-345"))).isTrue();
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsRefusedToo() {
        var wrong = new ConfirmationCode("999999");

        assertThat(IntStream.range(0, 5).mapToObj(attempt -> confirmation.accepts(wrong)))
                .containsOnly(false);
        assertThat(confirmation.accepts(code)).isFalse();
        assertThat(confirmation.attemptsLeft()).isZero();
    }

    @Test
    void aRightCodeUsesNoAttemptUp() {
        assertThat(confirmation.accepts(code)).isTrue();
        assertThat(confirmation.attemptsLeft()).isEqualTo(Confirmation.ATTEMPTS);
    }

    @Test
    void theQuestionExpiresUnlessItWasAnswered() {
        assertThat(confirmation.isExpired(NOW.plus(Duration.ofDays(7)).minusMillis(1)))
                .isFalse();
        assertThat(confirmation.isExpired(NOW.plus(Duration.ofDays(7)))).isTrue();

        confirmation.confirmed(NOW);

        assertThat(confirmation.isExpired(NOW.plus(Duration.ofDays(30)))).isFalse();
    }

    @Test
    void aCodeHasAnotherHashForEachLetter() {
        assertThat(code.hash(letter)).isNotEqualTo(code.hash(UUID.randomUUID()));
    }

    @Test
    void codesAreSixDigitsAndTokensFitAUrl() {
        assertThat(Stream.generate(ConfirmationCode::random).limit(200).map(ConfirmationCode::digits))
                .allMatch(digits -> digits.matches("[0-9]{6}"));
        assertThat(Stream.generate(Token::random).limit(200).map(Token::value))
                .allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void noSecretIsPrinted() {
        var token = Token.random();

        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(code.toString()).doesNotContain("012345");
    }
}
