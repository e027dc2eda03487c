package org.centrallobby.lookup.parliament;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.centrallobby.lookup.member.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann@mp.example | ann@mp.example",
                "' ann@mp.example. ' | ann@mp.example",
                "mailto:ann@mp.example?subject=Letter | ann@mp.example",
                "<ann@mp.example> | ann@mp.example",
                "E-mail: ann@mp.example | ann@mp.example",
                "ann@mp.example; bob@mp.example | ann@mp.example",
                "ann@mp.example or bob@mp.example | ann@mp.example",
                "ann@mp.example/bob@mp.example | ann@mp.example",
                "Ann.Invented@MP.Example | Ann.Invented@mp.example",
                "Ann.Invented.MP@Parliament.UK | ann.invented.mp@parliament.uk",
                "not.one@ ,ann@mp.example | ann@mp.example",
                "aine.o'invented@mp.example | aine.o'invented@mp.example",
            })
    void theFirstThatIsOneIsTaken(String field, String email) {
        assertThat(chosen(field)).isEqualTo(Contact.email(email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "none", "https://www.mp.example/@ann", "ann at mp.example", "@mp.example", "ann@mp"})
    void whatIsNoneIsNone(String field) {
        assertThat(chosen(field)).isEqualTo(Contact.NONE);
    }

    @Test
    void theOfficeInParliamentComesFirst() {
        assertThat(contact("""
                {"typeId": 4, "email": "ann.mp@parliament.uk", "isPreferred": true},
                {"typeId": 1, "email": "office@mp.example", "isPreferred": false}
                """)).isEqualTo("office@mp.example");
    }

    @Test
    void thenAnyOtherOfParliaments() {
        assertThat(contact("""
                {"typeId": 1, "email": null},
                {"typeId": 7, "email": "party@mp.example", "isPreferred": true},
                {"typeId": 4, "email": "Ann.MP@parliament.uk"}
                """)).isEqualTo("ann.mp@parliament.uk");
    }

    @Test
    void thenTheOneThatIsPreferred() {
        assertThat(contact("""
                {"typeId": 7, "email": "party@mp.example"},
                {"typeId": 4, "email": "home@mp.example", "isPreferred": true}
                """)).isEqualTo("home@mp.example");
    }

    private static Contact chosen(String field) {
        return PublishedAddress.choose(Stream.of(field)
                .flatMap(text -> PublishedAddress.in(true, false, text))
                .toList());
    }

    private static String contact(String entries) {
        var answer = "{\"value\": [%s]}".formatted(entries).getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(
                PublishedAddress.choose(Answer.read("contacts", answer)).email());
    }
}
