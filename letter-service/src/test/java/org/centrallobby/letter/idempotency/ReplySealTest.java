package org.centrallobby.letter.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReplySealTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("k");
    private static final byte[] REPLY = "{\"secret\":\"cl_sk_live_1\"}".getBytes(UTF_8);

    @Test
    void theSameCallerOpensWhatWasSealed() {
        var sealed = new ReplySeal("Bearer a", "/v1/x", KEY).seal(REPLY);

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("cl_sk");
        assertThat(new ReplySeal("Bearer a", "/v1/x", KEY).open(sealed)).isEqualTo(REPLY);
    }

    @Test
    void nobodyElseDoes() {
        var sealed = new ReplySeal("Bearer a", "/v1/x", KEY).seal(REPLY);

        assertThatThrownBy(() -> new ReplySeal("Bearer b", "/v1/x", KEY).open(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void callersPathsAndKeysHaveScopesOfTheirOwn() {
        assertThat(java.util.stream.Stream.of(
                                new ReplySeal("Bearer a", "/v1/x", KEY),
                                new ReplySeal("Bearer b", "/v1/x", KEY),
                                new ReplySeal("Bearer a", "/v1/y", KEY),
                                new ReplySeal("Bearer a", "/v1/x", new IdempotencyKey("l")))
                        .map(ReplySeal::scope))
                .doesNotHaveDuplicates();
    }

    @Test
    void theFingerprintOfAShortBodyTellsNothingWithoutTheKey() {
        var body = "ann@example.org".getBytes(UTF_8);

        assertThat(new ReplySeal("Bearer a", "/v1/x", KEY).fingerprint(body))
                .isEqualTo(new ReplySeal("Bearer a", "/v1/x", KEY).fingerprint(body))
                .isNotEqualTo(new ReplySeal("Bearer a", "/v1/x", new IdempotencyKey("l")).fingerprint(body));
    }
}
