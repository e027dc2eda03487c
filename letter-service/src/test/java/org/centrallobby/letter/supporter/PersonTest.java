package org.centrallobby.letter.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
    private static final UUID CAMPAIGN = UUID.fromString("01936f00-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "sian@example.org, Siân O'Brien, SIAN@example.org, sian  o’brien",
        "sian@example.org, Sian OBrien, sian+bill@Example.org, Siân O-Brien",
        "sian.obrien@gmail.com, Sian OBrien, sianobrien+x@googlemail.com, Sian OBrien",
        "sian@icloud.com, Sian OBrien, sian@me.com, Sian OBrien",
        "sian@mac.com, Sian OBrien, Sian+mp@me.com, Sian OBrien",
        "sian@proton.me, Sian OBrien, sian@protonmail.com, Sian OBrien",
        "sian@pm.me, Sian OBrien, sian@protonmail.com, Sian OBrien",
        "sian@fastmail.com, Sian OBrien, sian+mp@fastmail.com, Sian OBrien",
    })
    void onePersonIsRecognisedHoweverTheyType(String email, String name, String otherEmail, String otherName) {
        assertThat(person(otherEmail, otherName)).isEqualTo(person(email, name));
    }

    @ParameterizedTest
    @CsvSource({
        "sian@hotmail.com, sian@outlook.com",
        "sian@live.co.uk, sian@hotmail.co.uk",
        "sian.obrien@example.org, sianobrien@example.org",
        "sian@fastmail.com, sian@fastmail.org",
        "sian@icloud.com, sian@gmail.com",
    })
    void twoMailboxesAreNotTakenForOne(String email, String other) {
        assertThat(person(other, "Sian").mailbox())
                .isNotEqualTo(person(email, "Sian").mailbox());
    }

    @Test
    void peopleOfOneHouseholdAreTwoPersonsWithOneMailbox() {
        var one = person("home@example.org", "Siân O'Brien");
        var other = person("home@example.org", "Tomos O'Brien");

        assertThat(one.mailbox()).isEqualTo(other.mailbox());
        assertThat(one.key()).isNotEqualTo(other.key());
    }

    @Test
    void nobodyIsRecognisedAcrossCampaigns() {
        var elsewhere = Person.of(UUID.randomUUID(), address("sian@example.org"), "Siân");

        assertThat(elsewhere.key())
                .isNotEqualTo(person("sian@example.org", "Siân").key());
        assertThat(elsewhere.mailbox())
                .isNotEqualTo(person("sian@example.org", "Siân").mailbox());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@example.org",
                "sian",
                "sian@example",
                "sian@@example.org",
                "sian@example.org\nBcc: x@example.org",
                "\"sian o\"@example.org",
                "sian@[127.0.0.1]",
                "si an@example.org",
                ".sian@example.org",
                "sian@-example.org",
                "siân@example.org",
            })
    void whatIsNoPlainAddressIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void anInternationalDomainIsWrittenInAscii() {
        assertThat(EmailAddress.parse("sian@ynys-môn.cymru"))
                .hasValueSatisfying(address -> assertThat(address.value()).isEqualTo("sian@xn--ynys-mn-y0a.cymru"));
    }

    private static Person person(String email, String name) {
        return Person.of(CAMPAIGN, address(email), name);
    }

    private static EmailAddress address(String typed) {
        return EmailAddress.parse(typed).orElseThrow();
    }
}
