package org.centrallobby.lookup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.testbed.fuzz.HostileClients;
import org.junit.jupiter.api.Test;

/** Octets that no client would send, or not at that pace. */
@ServiceTest
class HostileClientsTest {
    @Test
    void whatCouldBeReadInTwoWaysOrIsTooLargeIsRefusedAndEndsTheConnection() {
        assertThat(clients().unclearRequests()).isEmpty();
    }

    @Test
    void nobodyGetsAwayFromTheFirstVersionOfTheProtocol() {
        assertThat(clients().upgrade().text()).startsWith("HTTP/1.1 200");
    }

    @Test
    void nothingIsUnpacked() throws IOException {
        assertThat(clients().bomb().status()).isBetween(400, 415);
    }

    @Test
    void whoSendsAnOctetNowAndThenIsCutOffAndHoldsNobodyUp() throws IOException, InterruptedException {
        var slowness = clients().slowClients(false);

        assertThat(slowness.cutOff()).isEqualTo(200);
        assertThat(slowness.slowestOther()).isLessThan(Duration.ofSeconds(1));
    }

    private static HostileClients clients() {
        return new HostileClients(RestAssured.port, "PUT /v1/dataset/parliament");
    }
}
