package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.testbed.fuzz.HostileClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Octets that no client would send, or not at that pace. Over the packaged services: in a service's own tests Netty sees none of
 * its classes, and with that not what guards its connections.
 */
@ExtendWith(RunningPlatform.class)
class HostileClientsTest {
    private final Stage stage;

    HostileClientsTest(Stage stage) {
        this.stage = stage;
    }

    private enum Target {
        LETTER("POST /v1/public/confirmations"),
        MAIL("POST /v1/suppressions/lookup"),
        LOOKUP("PUT /v1/dataset/parliament");

        private final String operation;

        Target(String operation) {
            this.operation = operation;
        }

        HostileClients clients(Stage stage) {
            var addresses = stage.platform().addresses();
            return new HostileClients(
                    switch (this) {
                        case LETTER -> addresses.letter();
                        case MAIL -> addresses.mail();
                        case LOOKUP -> addresses.lookup();
                    },
                    operation);
        }
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void whatCouldBeReadInTwoWaysOrIsTooLargeIsRefusedAndEndsTheConnection(Target target) {
        assertThat(target.clients(stage).unclearRequests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void nobodyGetsAwayFromTheFirstVersionOfTheProtocol(Target target) {
        assertThat(target.clients(stage).upgrade().text()).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void nothingIsUnpacked(Target target) throws IOException {
        assertThat(target.clients(stage).bomb().status()).isBetween(400, 415);
    }

    @Test
    void whoSendsAnOctetNowAndThenIsCutOffAndHoldsNobodyUp() throws Exception {
        var softly = new SoftAssertions();
        for (var target : Target.values()) {
            var slowness = target.clients(stage).slowClients();

            softly.assertThat(slowness.cutOff()).as("%s: cut off", target).isEqualTo(HostileClients.SLOW);
            softly.assertThat(slowness.slowestOther()).as("%s: others", target).isLessThan(Duration.ofSeconds(1));
        }
        softly.assertAll();
    }
}
