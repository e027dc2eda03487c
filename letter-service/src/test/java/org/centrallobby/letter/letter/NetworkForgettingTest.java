package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.Test;

@ServiceTest
class NetworkForgettingTest {
    @Inject
    Scene scene;

    @Inject
    NetworkForgetting forgetting;

    @Test
    void aLettersNetworkIsForgottenAfterThirtyDays() {
        var campaign = Scene.live(TestOrganisation.create().key());
        var seat = scene.seat();
        var old = scene.write(campaign, seat, "Old Writer", "old-network@example.org");
        var young = scene.write(campaign, seat, "Young Writer", "young-network@example.org");
        scene.change(
                "update letter set written_at = now() - interval '30 days 1 minute' where id = '%s'".formatted(old));
        scene.change("update letter set written_at = now() - interval '29 days' where id = '%s'".formatted(young));

        forgetting.forget();

        assertThat(network(old)).isNull();
        assertThat(network(young)).isNotNull();
    }

    private Object network(String letter) {
        return scene.rows("select network from letter where id = '%s'".formatted(letter))
                .getFirst();
    }
}
