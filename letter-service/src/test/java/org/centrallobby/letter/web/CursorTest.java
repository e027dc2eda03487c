package org.centrallobby.letter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final UUID FIRST = UUID.fromString("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d");
    private static final UUID SECOND = UUID.fromString("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6e");

    @Test
    void aCursorIsReadBack() {
        assertThat(Cursor.parse(new Cursor(FIRST).encoded())).isEqualTo(new Cursor(FIRST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "MjowMTkzNmYyZQ", "***", "MTpub3RhLXV1aWQ"})
    void whatIsNotACursorIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.parse(cursor)).isInstanceOf(Failure.class);
    }

    @Test
    void aPageKnowsWhetherThereIsAnother() {
        assertThat(Page.of(List.of(FIRST), 1, id -> id)).isEqualTo(new Page<>(List.of(FIRST), null));
        assertThat(Page.of(List.of(FIRST, SECOND), 1, id -> id))
                .isEqualTo(new Page<>(List.of(FIRST), new Cursor(FIRST).encoded()));
    }
}
