package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.centrallobby.letter.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterTextTest {
    @Test
    void aLetterIsPutTogetherAsItIsSent() {
        assertThat(letter("I live in your constituency.\n\nPlease support the amendment.", "1 High Street\nChingford")
                        .text())
                .isEqualTo("""
                        Dear Sir Iain,

                        I live in your constituency.

                        Please support the amendment.

                        Yours sincerely,

                        Siân O'Brien
                        1 High Street
                        Chingford
                        E4 7AA

                        --\s
                        Siân O'Brien wrote this letter, read it in full and confirmed their email address before it was sent.
                        Central Lobby carried it for Tell Parliament, as part of the campaign "No cameras".
                        Your reply goes to the writer alone. About the campaign: https://act.example.org/c/no-cameras
                        """);
    }

    @Test
    void withoutAnAddressThePostcodeStillStandsUnderIt() {
        assertThat(letter("Words.", null).signature()).isEqualTo("Yours sincerely,\n\nSiân O'Brien\nE4 7AA");
    }

    @Test
    void aWelshLetterIsWelshFromItsGreetingToItsFooter() {
        assertThat(letter(Language.of("cy"), "Cefnogwch y gwelliant.", null, Way.PLATFORM)
                        .text())
                .startsWith("Annwyl Sir Iain,\n\nCefnogwch y gwelliant.\n\nYn gywir,\n\nSiân O'Brien\n")
                .contains("Cludwyd ef gan Central Lobby ar ran Tell Parliament")
                .doesNotContain("letter", "Dear");
    }

    @Test
    void theWritersWordsMeanNothingToAnyEngine() {
        var words = "{member.name} {#if x}{/if} ${x} %s %n {{y}}";

        assertThat(letter(words, null).text()).contains(words);
    }

    @Test
    void aLetterThatItsWriterSendsSaysSoAndNothingThatIsNotTrueOfIt() {
        assertThat(letter(Language.ENGLISH, "I mean it.", null, Way.OWN_MAILBOX).footer())
                .contains("sent it from their own mailbox", "Tell Parliament", "No cameras")
                .doesNotContain("confirmed", "carried", "reply");
    }

    private static LetterText letter(String body, @Nullable String address) {
        return letter(Language.ENGLISH, body, address, Way.PLATFORM);
    }

    private static LetterText letter(Language language, String body, @Nullable String address, Way way) {
        return LetterText.of(new LetterParts(
                language,
                "The Bill",
                "Sir Iain",
                body,
                "Siân O'Brien",
                address,
                "E4 7AA",
                "Tell Parliament",
                "No cameras",
                "https://act.example.org/c/no-cameras",
                way));
    }
}
