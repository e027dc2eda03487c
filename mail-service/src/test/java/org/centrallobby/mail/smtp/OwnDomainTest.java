package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.centrallobby.mail.identity.DkimVerifier;
import org.centrallobby.mail.identity.Identities;
import org.centrallobby.mail.identity.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails of organisations that have a domain of their own. */
class OwnDomainTest {
    private final MailComposer composer = Settings.composer(Identities.withOwnDomains());

    @Test
    void everythingThatReceiversAlignIsOfTheOrganisationsDomain() {
        var mail = composer.compose(ALetter.plain().mail("charity.example"));

        assertThat(mail.sender()).endsWith("@bounces.charity.example");
        assertThat(Identities.returnAddresses().read(Purpose.BOUNCE, mail.sender()))
                .contains(ALetter.ID);
        assertThat(head(mail)).contains("@charity.example>").contains("Message-ID: <" + ALetter.ID + "@lobby.example>");
        assertThat(new DkimVerifier(name -> Identities.keyRecord(name.replace("charity", "lobby")))
                        .verify(mail.message()))
                .hasSize(2)
                .allSatisfy(verdict -> {
                    assertThat(verdict.domain()).isEqualTo("charity.example");
                    assertThat(verdict.result()).isEqualTo("pass");
                });
    }

    @Test
    void aDomainThatIsNotRegisteredIsNotSentFrom() {
        for (var domain : new String[] {"other.example", "parliament.example", ""}) {
            var mail = composer.compose(ALetter.plain().mail(domain));

            assertThat(mail.sender()).endsWith("@bounces.lobby.example");
            assertThat(head(mail)).doesNotContain("parliament").contains("@lobby.example>");
        }
    }

    /** Every 5xx to MAIL was taken for trouble with the relay, which then rested for everybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {"550 5.7.1 Sender domain not allowed", "553 5.1.8 Domain not found", "550 5.7.1 You are blocked"
            })
    void aRelayThatRefusesOneOrganisationsDomainIsInNoTrouble(String answer) throws IOException {
        try (var server = new ScriptedServer(Map.of("MAIL", answer));
                var connection = Settings.ofPort(server.port()).connection(Identities.withOwnDomains())) {
            var own = connection.send(ALetter.plain().mail("charity.example"), () -> true);
            assertThat(own.verdict()).isEqualTo(Verdict.REFUSED_BY_POLICY);
            assertThat(own.phase()).isEqualTo(Phase.MAIL);

            assertThat(connection.send(ALetter.plain().mail(), () -> true).verdict())
                    .isEqualTo(Verdict.RELAY_IN_TROUBLE);
            assertThat(connection
                            .send(ALetter.plain().mail("other.example"), () -> true)
                            .verdict())
                    .isEqualTo(Verdict.RELAY_IN_TROUBLE);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static String head(WireMail mail) {
        var text = new String(mail.message(), StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf("\r\n\r\n"));
    }
}
