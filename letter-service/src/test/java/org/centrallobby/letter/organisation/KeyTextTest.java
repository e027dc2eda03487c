package org.centrallobby.letter.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    private static final UUID ID = UUID.fromString("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d");

    @Test
    void aKeyIsReadBackAsItWasWritten() {
        var key = KeyText.random(Mode.TEST, ID);

        assertThat(key.text()).matches("cl_sk_test_01936f2e5c1a7b3e9f002f1c3a4b5c6d_[0-9a-f]{48}");
        assertThat(KeyText.parse(key.text())).contains(key);
    }

    @Test
    void noTwoSecretsAreAlike() {
        assertThat(KeyText.random(Mode.LIVE, ID).secret())
                .isNotEqualTo(KeyText.random(Mode.LIVE, ID).secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "cl_sk_live_01936f2e5c1a7b3e9f002f1c3a4b5c6d",
                "cl_sk_dead_01936f2e5c1a7b3e9f002f1c3a4b5c6d_000000000000000000000000000000000000000000000000",
                "cl_sk_live_01936F2E5C1A7B3E9F002F1C3A4B5C6D_000000000000000000000000000000000000000000000000"
            })
    void whatIsNotAKeyIsNotRead(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }

    @Test
    void theSecretIsNotShownByAccident() {
        var key = KeyText.random(Mode.LIVE, ID);

        assertThat(key.toString()).doesNotContain(key.secret());
    }
}
