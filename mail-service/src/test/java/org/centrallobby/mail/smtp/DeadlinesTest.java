package org.centrallobby.mail.smtp;

import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    @Test
    void aSocketThatCannotBeClosedKeepsNoOtherOpen() {
        var broken = Deadlines.over(new Socket() {
            @Override
            public void close() {
                throw new IllegalStateException("of a test");
            }
        });
        broken.limit(Duration.ZERO);
        await("its deadline").until(broken::hasPassed);
        var socket = new Socket();

        Deadlines.over(socket).limit(Duration.ZERO);

        await("the other's deadline").atMost(Duration.ofSeconds(5)).until(socket::isClosed);
    }
}
