package org.centrallobby.mail.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.centrallobby.mail.identity.ReturnAddresses.Returned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressesTest {
    private static final UUID MAIL = UUID.fromString("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d");

    private final ReturnAddresses addresses = Identities.returnAddresses();

    @ParameterizedTest
    @EnumSource
    void aTokenNamesItsMailAndItsPurpose(Purpose purpose) {
        var token = addresses.token(purpose, MAIL);

        assertThat(token).matches("[bru][a-z2-7]{39}").isEqualTo(addresses.token(purpose, MAIL));
        assertThat(addresses.read(token)).contains(new Returned(purpose, MAIL));
        assertThat(addresses.read(token.toUpperCase(Locale.ROOT))).contains(new Returned(purpose, MAIL));
    }

    @Test
    void anyIdSurvives() {
        for (var id : new UUID[] {new UUID(0, 0), new UUID(-1, -1), UUID.randomUUID(), new UUID(1, Long.MIN_VALUE)}) {
            assertThat(addresses.read(
                            Purpose.BOUNCE,
                            addresses.bounce(id, "lobby.example").wire()))
                    .contains(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s@lobby.example>",
                "prvs=0123abcdef=%s@lobby.example",
                "SRS0=HHHH=TT=lobby.example=%s@forwarder.example",
                "SRS1=HHHH=forwarder.example==HHHH=TT=lobby.example=%s@other.example",
                "%s=lobby.example@forwarder.example",
                "btv1==0123abcdef==%s@lobby.example",
                "msprvs1=0123abcdef=bounces-1-%s@lobby.example",
                "jane.doe+%s",
                "%s+caf_=someone=gmail.example@lobby.example",
            })
    void whatForwardersWriteAroundATokenDoesNotHideIt(String mangled) {
        assertThat(addresses.read(mangled.formatted(addresses.token(Purpose.BOUNCE, MAIL))))
                .contains(new Returned(Purpose.BOUNCE, MAIL));
    }

    @Test
    void aTokenThatWasTamperedWithIsNobodys() {
        var token = addresses.token(Purpose.BOUNCE, MAIL);
        for (var i = 0; i < token.length() - 1; i++) {
            var other = token.charAt(i) == 'c' ? 'd' : 'c';
            assertThat(addresses.read(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(addresses.read('u' + token.substring(1))).isEmpty();
        assertThat(addresses.read(token.substring(0, 39))).isEmpty();
        assertThat(addresses.read(token + 'a')).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "jane@example.org", "baaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@lobby.example"})
    void whatHoldsNoTokenSaysNothing(String text) {
        assertThat(addresses.read(text)).isEmpty();
        assertThat(addresses.read(text + addresses.token(Purpose.REPLY, MAIL).repeat(100)))
                .isEmpty();
    }

    @Test
    void anotherSecretMakesOtherTokensAndAPreviousOneIsStillRead() {
        var before = new ReturnAddresses(new Secrets(Identities.secrets("an older secret, of thirty-two octets")));
        var after = new ReturnAddresses(new Secrets(
                Identities.secrets("a newer secret, of thirty-two octets", "an older secret, of thirty-two octets")));
        var token = before.token(Purpose.BOUNCE, MAIL);

        assertThat(after.token(Purpose.BOUNCE, MAIL)).isNotEqualTo(token);
        assertThat(after.read(Purpose.BOUNCE, token)).contains(MAIL);
        assertThat(before.read(after.token(Purpose.BOUNCE, MAIL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Siân Ó Brien, sian.o.brien",
        "Jane O'Brien, jane.obrien",
        "Jane O’Brien, jane.obrien",
        "'Doe, Jane (Dr.)', doe.jane.dr",
        "Łukasz Groß-Ærø, lukasz.gross.aero",
        "محمد علي, letters",
        "🦊, letters",
        "Jane 🦊 Doe, jane.doe",
        "Wolfeschlegelsteinhausenbergerdorff, wolfeschlegelsteinha",
        "Anne Marie Wolfeschlegelsteinhausen, anne.marie",
        "pm@parliament.example, pm.parliament",
        "'.', letters",
    })
    void theAddressInFromBeginsWithTheName(String name, String readable) {
        var address = addresses.reply(MAIL, name, "letters", "lobby.example");

        assertThat(address.local()).isEqualTo(readable + "-" + addresses.token(Purpose.REPLY, MAIL));
        assertThat(address.local().length()).isLessThanOrEqualTo(64);
        assertThat(addresses.read(Purpose.REPLY, address.wire())).contains(MAIL);
    }
}
