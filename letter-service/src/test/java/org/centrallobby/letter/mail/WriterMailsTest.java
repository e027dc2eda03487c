package org.centrallobby.letter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriterMailsTest {
    private static final URI LINK = URI.create("https://letters.example.org/confirm/token");
    private static final Instant UNTIL = Instant.parse("2026-12-03T10:00:00Z");
    private static final String SUBJECT = "Save {our} 'rivers', ".repeat(20);
    private static final String TEXT = "Dear Dame Ann,\n\nI mean {it}: '# %s.\n";

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void everyMailSaysAllThatItKnowsAndFitsItsSubject(String language) {
        assertThat(all(language)).allSatisfy(mail -> {
            assertThat(mail.subject().length()).isLessThanOrEqualTo(200);
            assertThat(mail.text())
                    .contains("Dame Ann")
                    .doesNotContain("{member}", "{name}", "{organisation}", "{campaign}", "{link}", "{until}");
        });
    }

    @Test
    void theLetterComesBackAsItIs() {
        assertThat(WriterMails.in("cy")
                        .failed("Siân", "Dame Ann", SUBJECT, TEXT)
                        .text())
                .startsWith("Annwyl Siân,\n\n")
                .endsWith("Pwnc: " + SUBJECT + "\n\n" + TEXT);
    }

    @Test
    void daysAreSaidInTheLanguageOfTheMail() {
        assertThat(reminder("en").text()).contains("on Thursday 3 December unless");
        assertThat(reminder("cy").text()).contains("Dydd Iau 3 Rhagfyr");
    }

    private static MailWords reminder(String language) {
        return WriterMails.in(language).reminder("Dame Ann", "River Watch", "Let our rivers live", LINK, UNTIL);
    }

    private static List<MailWords> all(String language) {
        var mails = WriterMails.in(language);
        return Stream.of(
                        mails.confirmation("Dame Ann", "River Watch", "Rivers", LINK, "123456", UNTIL),
                        reminder(language),
                        mails.alreadyWritten("Dame Ann", "River Watch", "Rivers"),
                        mails.copy("Siân", "Dame Ann", SUBJECT, TEXT, LINK),
                        mails.failed("Siân", "Dame Ann", SUBJECT, TEXT),
                        mails.inDoubt("Siân", "Dame Ann", SUBJECT, TEXT),
                        mails.recalled("Siân", "Dame Ann", "River Watch", SUBJECT, TEXT),
                        mails.takenBack("Siân", "Dame Ann", LINK, SUBJECT, TEXT),
                        mails.writtenTwice("Siân", "Dame Ann", SUBJECT, TEXT))
                .toList();
    }
}
