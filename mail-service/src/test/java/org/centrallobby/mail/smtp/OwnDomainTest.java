package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.centrallobby.mail.identity.DkimVerifier;
import org.centrallobby.mail.identity.Identities;
import org.centrallobby.mail.identity.Purpose;
import org.junit.jupiter.api.Test;

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

    private static String head(WireMail mail) {
        var text = new String(mail.message(), StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf("\r\n\r\n"));
    }
}
