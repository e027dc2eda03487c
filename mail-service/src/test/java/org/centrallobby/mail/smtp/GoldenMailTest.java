package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.centrallobby.mail.identity.DkimVerifier;
import org.centrallobby.mail.identity.Identities;
import org.junit.jupiter.api.Test;

/**
 * Mails as they are sent, to be read by eye and compared octet by octet; keys and time stand still. Where a change is meant:
 * {@code -Dgolden.update}.
 */
class GoldenMailTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static Map<String, ALetter> mails() {
        return Map.of(
                "letter", ALetter.plain().saying("""
                                Dear Sir Iain,

                                I live in Chingford, and walk past three of these cameras each day.
                                .
                                Please support the amendment, and write to me with a timetable.

                                Yours sincerely,
                                Jane Doe
                                1 Station Road, London E4 7BJ
                                """),
                "welsh-letter",
                        ALetter.plain()
                                .from("Siân Ó Brien 🦊")
                                .to("Tŷ’r Cyffredin, yr Aelod", "aelod@mp.example")
                                .about(
                                        "Y Bil Caffael: camerâu gwyliadwriaeth mewn ysgolion ac ysbytai, a’r amserlen i’w tynnu ymaith")
                                .saying("""
                                Annwyl Aelod,

                                Ysgrifennaf atoch fel etholwr. Mae’r camerâu hyn ym mhob tŷ cyngor – ac yn ein hysbytai. 🏴󠁧󠁢󠁷󠁬󠁳󠁿

                                Yr eiddoch yn gywir,
                                Siân
                                """),
                "confirmation",
                        ALetter.plain()
                                .byAMachine()
                                .from("Tell Parliament")
                                .to("Siân", "sian@example.org")
                                .about("Please confirm your letter")
                                .saying("""
                                Follow the link and press the button: your letter then leaves for your MP.

                                https://lobby.example/confirm/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                                """),
                "update",
                        ALetter.plain()
                                .byAMachine()
                                .toBeUnsubscribedFrom()
                                .from("Charity, the (Friends of)")
                                .to(null, "jane@example.org")
                                .about("The amendment was carried")
                                .saying("The Lords agreed, by 201 votes to 150. Diolch!\n"));
    }

    @Test
    void everyMailIsWhatItWas() throws IOException {
        for (var mail : mails().entrySet()) {
            var file = FOLDER.resolve(mail.getKey() + ".eml");
            var octets = Settings.composer(Identities.composing())
                    .compose(mail.getValue().mail())
                    .message();
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(FOLDER);
                Files.write(file, octets);
            }

            assertThat(new String(octets, StandardCharsets.ISO_8859_1))
                    .as(mail.getKey())
                    .isEqualTo(Files.readString(file, StandardCharsets.ISO_8859_1));
            assertThat(new DkimVerifier(Identities::keyRecord).verify(octets))
                    .extracting(DkimVerifier.Verdict::result)
                    .as(mail.getKey())
                    .containsExactly("pass", "pass");
        }
    }
}
