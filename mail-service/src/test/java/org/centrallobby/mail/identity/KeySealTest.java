package org.centrallobby.mail.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeySealTest {
    private static final byte[] KEY = "a private key".getBytes(StandardCharsets.UTF_8);
    private static final UUID ROW = UUID.fromString("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d");
    private static final String OLDER = "an older secret, of thirty-two octets";
    private static final String NEWER = "a newer secret, of thirty-two octets";

    private final KeySeal seal = new KeySeal(new Secrets(Identities.secrets(OLDER)));

    @Test
    void whatWasSealedIsOpenedInItsRowOnly() {
        var sealed = seal.seal(ROW, KEY);

        assertThat(seal.open(ROW, sealed)).isEqualTo(KEY);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(seal.seal(ROW, KEY)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> seal.open(ROW, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewSecretOpensWhatAPreviousOneSealed() {
        var sealed = seal.seal(ROW, KEY);

        assertThat(new KeySeal(new Secrets(Identities.secrets(NEWER, OLDER))).open(ROW, sealed))
                .isEqualTo(KEY);
        assertThatThrownBy(() -> new KeySeal(new Secrets(Identities.secrets(NEWER))).open(ROW, sealed))
                .hasMessageContaining("identity.previous-secrets");
    }
}
