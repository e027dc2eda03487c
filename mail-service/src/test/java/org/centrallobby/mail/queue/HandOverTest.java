package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.Phase;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private static final Delivery ELSEWHERE = new Delivery(
            Verdict.REFUSED_FOR_NOW, Phase.MAIL, new Reply(null, "5.6.7", "Another relay may know SMTPUTF8"));
    private static final Delivery BROKEN =
            new Delivery(Verdict.REFUSED_FOR_NOW, Phase.MAIL, Reply.none("The connection to the relay broke off"));

    private final RelayGate gate = new RelayGate(
            "default",
            8,
            Quick.PRODUCTION,
            InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")),
            System::nanoTime);

    /** It was taken for a connection that broke off, and the relay was sent less for it. */
    @Test
    void aMailThatAnotherRelayMayTakeIsNoTroubleOfThisOne() {
        for (var mail = 0; mail < 20; mail++) {
            HandOver.tell(gate, gate.enter(), ELSEWHERE);
        }
        assertThat(gate.width()).isEqualTo(5);

        HandOver.tell(gate, gate.enter(), BROKEN);
        assertThat(gate.width()).isLessThan(5);
    }
}
