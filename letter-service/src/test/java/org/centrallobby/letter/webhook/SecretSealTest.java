package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretSealTest {
    private static final UUID WEBHOOK = UUID.randomUUID();
    private static final WebhookSecret SECRET = WebhookSecret.random();

    @Test
    void whatWasSealedOpensForItsEndpoint() {
        var seal = new SecretSeal(WebhookSettings.with(Map.of()));

        assertThat(seal.open(WEBHOOK, seal.seal(WEBHOOK, SECRET)).key()).isEqualTo(SECRET.key());
        assertThat(seal.seal(WEBHOOK, SECRET)).isNotEqualTo(seal.seal(WEBHOOK, SECRET));
    }

    @Test
    void itOpensForNoOtherEndpointAndWithNoOtherKey() {
        var seal = new SecretSeal(WebhookSettings.with(Map.of()));
        var sealed = seal.seal(WEBHOOK, SECRET);
        var other = new SecretSeal(WebhookSettings.with(Map.of("webhook.sealing-key", "another")));

        assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(WEBHOOK, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whileTheKeyIsExchangedWhatWasSealedBeforeStillOpens() {
        var before = new SecretSeal(WebhookSettings.with(Map.of("webhook.sealing-key", "of last year")));
        var sealed = before.seal(WEBHOOK, SECRET);
        var exchanged = new SecretSeal(WebhookSettings.with(Map.of(
                "webhook.sealing-key", "of this year", "webhook.previous-sealing-keys", "older still,of last year")));

        assertThat(exchanged.open(WEBHOOK, sealed).key()).isEqualTo(SECRET.key());
        var resealed = exchanged.seal(WEBHOOK, SECRET);
        assertThatThrownBy(() -> before.open(WEBHOOK, resealed)).isInstanceOf(IllegalStateException.class);
    }
}
