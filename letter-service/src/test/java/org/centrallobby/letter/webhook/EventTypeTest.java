package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTypeTest {
    @Test
    void aTypeIsNamedByWhatItIsOfAndWhatHappened() {
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(type.wireName()).matches("[a-z]+\\.[a-z]+(-[a-z]+)*"))
                .allSatisfy(type -> assertThat(EventType.named(type.wireName())).isEqualTo(type));
        assertThat(EventType.LETTER_SENT_BY_WRITER.wireName()).isEqualTo("letter.sent-by-writer");
    }
}
