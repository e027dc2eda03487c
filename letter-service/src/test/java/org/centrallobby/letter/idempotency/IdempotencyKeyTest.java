package org.centrallobby.letter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.centrallobby.letter.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @Test
    void theQuotesOfAStructuredFieldAreNotPartOfIt() {
        assertThat(IdempotencyKey.parse(" \"8e03978e-40d5\" ")).isEqualTo(IdempotencyKey.parse("8e03978e-40d5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"", "a b", "a\"b", "é", "a\\b"})
    void whatIsNotAKeyIsRefused(String header) {
        assertThatThrownBy(() -> IdempotencyKey.parse(header)).isInstanceOf(Failure.class);
    }

    @Test
    void aKeyOf256CharactersIsTooLong() {
        assertThat(IdempotencyKey.parse("k".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> IdempotencyKey.parse("k".repeat(256))).isInstanceOf(Failure.class);
    }
}
