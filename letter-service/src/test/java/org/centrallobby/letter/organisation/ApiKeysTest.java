package org.centrallobby.letter.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class ApiKeysTest {
    @Inject
    ApiKeys keys;

    @Test
    void aUseThatIsNotedWhileTheKeyIsRevokedStaysNoted() {
        var id = UUID.fromString(TestOrganisation.create().keyId());
        var used = Instant.parse("2126-01-01T00:00:00Z");

        QuarkusTransaction.requiringNew().run(() -> {
            var key = keys.findById(id);
            QuarkusTransaction.requiringNew().run(() -> keys.noteUse(id, used));
            key.revoke(used);
        });

        var key = QuarkusTransaction.requiringNew().call(() -> keys.findById(id));
        assertThat(key.lastUsedAt()).isEqualTo(used);
        assertThat(key.isActive(used.plusSeconds(1))).isFalse();
    }
}
