package org.centrallobby.letter.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@mailinator.com", "a@yopmail.com", "a@Box.Mailinator.COM", "a@x.y.guerrillamail.com"})
    void aThrowawayAddressIsRecognised(String typed) {
        assertThat(address(typed).isDisposable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@gmail.com",
                "a@btinternet.com",
                "a@example.org",
                "a@notquitemailinator.com",
                "a@mailinator.com.example.org",
                // These forward to one person for as long as they want, and a reply comes back the same way.
                "a@duck.com",
                "a@mozmail.com",
                "a@privaterelay.appleid.com",
            })
    void anAddressThatStaysIsNone(String typed) {
        assertThat(address(typed).isDisposable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gmial.com, gmail.com",
        "gmail.con, gmail.com",
        "gmal.com, gmail.com",
        "gmaill.com, gmail.com",
        "gnail.com, gmail.com",
        "hotmial.co.uk, hotmail.co.uk",
        "hotmail.couk, hotmail.co.uk",
        "yaho.co.uk, yahoo.co.uk",
        "yahoo.co.ik, yahoo.co.uk",
        "btinternet.co, btinternet.com",
        "btinterent.com, btinternet.com",
        "outlok.con, outlook.com",
        "smallcharity.con, smallcharity.com",
    })
    void aSlipOfTheFingerIsSuspected(String typed, String meant) {
        assertThat(address("Ann.Writer+mp@" + typed).suggestion())
                .hasValueSatisfying(suggestion -> assertThat(suggestion.value()).isEqualTo("Ann.Writer+mp@" + meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "mail.com",
                "me.com",
                "mc.com",
                "ymail.com",
                "aol.co.uk",
                "hotmail.fr",
                "parliament.uk",
                "example.org",
                "council.gov.uk",
                "company.co",
                "company.cm",
            })
    void aDomainThatIsAsItShouldBeIsLeftAlone(String domain) {
        assertThat(address("ann@" + domain).suggestion()).isEmpty();
    }

    @Test
    void whatIsPrintedHoldsNoAddress() {
        assertThat(address("ann@example.org")).asString().doesNotContain("ann");
    }

    private static EmailAddress address(String typed) {
        return EmailAddress.parse(typed).orElseThrow();
    }
}
