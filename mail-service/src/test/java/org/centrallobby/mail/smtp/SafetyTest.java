package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.identity.Identities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyTest {
    @ParameterizedTest
    @CsvSource({
        "mp@mp.example, true",
        "mp@MP.Example, true",
        "mp@example, true",
        "jane@charity.org, true",
        "Jane@charity.org, true",
        "john@charity.org, false",
        "mp@notexample.org, false",
        "mp@parliament.invalid, false",
        "mp@example.invalid, false",
    })
    void outsideProductionOnlyThoseWhoAreListedAreReached(String address, boolean allowed) {
        var safety = new Safety(Settings.safety("staging", "Example", " jane@charity.org ", "@test.example.net"));

        assertThat(safety.allows(EmailAddress.parse(address))).isEqualTo(allowed);
        assertThat(new Safety(Settings.safety("production")).allows(EmailAddress.parse(address)))
                .isTrue();
        assertThat(new Safety(Settings.safety("staging", "*")).allows(EmailAddress.parse(address)))
                .isTrue();
        assertThat(new Safety(Settings.safety("Production")).allows(EmailAddress.parse(address)))
                .isFalse();
    }

    @Test
    void aMailToAnybodyElseNeverConnects() {
        try (var server = RecordingServer.offering();
                var connection = Settings.ofPort(server.port())
                        .relays(Identities.unsigned(), new Safety(Settings.safety("staging", "example")))
                        .all()
                        .getFirst()
                        .connection()) {
            var delivery = connection.send(
                    ALetter.plain().to(null, "mp@parliament.invalid").mail(), () -> true);

            assertThat(delivery.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(delivery.reply().text()).contains("safety.allowed-recipients", "safety.environment");
            assertThat(server.commands()).isEmpty();
        }
    }
}
