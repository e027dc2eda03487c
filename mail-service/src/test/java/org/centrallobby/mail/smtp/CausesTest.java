package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fault 10 of the research: what is made of a server's words. */
class CausesTest {
    private static final Path RESPONSES =
            Path.of("../../shared/data/mail/kumomta-data/examples/smart-sink-docker/policy/responses.toml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 | 5.1.1 No such user | MAILBOX_UNKNOWN",
                "550 | 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup | MAILBOX_UNKNOWN",
                "550 | 5.4.1 Recipient address rejected: Access denied. [AS(201806281)] | MAILBOX_UNKNOWN",
                "550 | Requested action not taken: mailbox unavailable | MAILBOX_UNKNOWN",
                "554 | delivery error: dd This user doesn't have a yahoo.com account | MAILBOX_UNKNOWN",
                "553 | sorry, that domain isn't in my list of allowed rcpthosts; no valid cert for gatewaying | LOGIN",
                "550 | unknown user | MAILBOX_UNKNOWN",
                "550 | | MAILBOX_UNKNOWN",
                "550 | 5.2.1 The email account that you tried to reach is disabled | MAILBOX_DISABLED",
                "450 | 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages | RATE_LIMITED",
                "452 | 4.2.2 The email account that you tried to reach is over quota | MAILBOX_FULL",
                "552 | Mailbox is full | MAILBOX_FULL",
                "554 | 5.2.0 STOREDRV.Deliver; delivery result banner; quota exceeded | MAILBOX_FULL",
                "552 | 5.3.4 Message size exceeds fixed limit | TOO_LARGE",
                "552 | 5.2.3 Your message exceeded Google's message size limits | TOO_LARGE",
                "450 | 4.2.0 Greylisted, try again | GREYLISTED",
                "451 | 4.7.1 Greylisting in action, please come back later | GREYLISTED",
                "421 | 4.7.28 an unusual rate of unsolicited mail | RATE_LIMITED",
                "421 | 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints | RATE_LIMITED",
                "451 | 4.7.500 Server busy. Please try again later from [192.0.2.1] | RATE_LIMITED",
                "432 | 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded | RATE_LIMITED",
                "421 | Too many concurrent SMTP connections | RATE_LIMITED",
                "550 | 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus | BLOCKED",
                "550 | 5.7.606 Access denied, banned sending IP [192.0.2.1] | BLOCKED",
                "550 | SC-001 (COL004-MC1F) Unfortunately, messages from 192.0.2.1 weren't sent | BLOCKED",
                "550 | 5.7.26 This message does not have authentication information | UNAUTHENTICATED",
                "550 | 5.7.1 Unauthenticated email from example.com is not accepted due to domain's DMARC policy | UNAUTHENTICATED",
                "550 | 5.7.515 Access denied, sending domain does not meet the required authentication level | UNAUTHENTICATED",
                "550 | 5.7.1 Administrative prohibition - envelope blocked | POLICY",
                "554 | 5.7.1 Spam message rejected | CONTENT",
                "552 | 5.7.0 Our system detected an illegal attachment on your message | CONTENT",
                "554 | 5.6.0 Content refused | CONTENT",
                "553 | 5.6.7 SMTPUTF8 is needed | ADDRESS_NOT_CARRIED",
                "554 | 5.4.6 Too many hops | ROUTE",
                "530 | 5.7.0 Must issue a STARTTLS command first | LOGIN",
                "550 | 5.7.1 Unable to relay | LOGIN",
                "454 | 4.7.0 Temporary authentication failure | RELAY_TROUBLE",
                "451 | Internal resource temporarily unavailable | RELAY_TROUBLE",
                "452 | 4.3.1 Insufficient system storage | RELAY_TROUBLE",
                "451 | 4.3.0 Mail server temporarily rejected message | RELAY_TROUBLE",
                "499 | gibberish | UNKNOWN",
            })
    void wordsAndCodesAreUnderstood(int code, String words, Cause cause) {
        assertThat(cause(code, words == null ? "" : words)).isEqualTo(cause);
    }

    @Test
    void everyAnswerOfTheLargeProvidersIsUnderstood() throws IOException {
        assumeThat(RESPONSES).as("the shared mail data").exists();
        var entry = Pattern.compile("\\[\\[(bounce|defer)\\.[^\\n]*\\ncode=(\\d+)\\nmsg=\"(.*?)\"\\n", Pattern.DOTALL)
                .matcher(Files.readString(RESPONSES));
        var unknown = new ArrayList<String>();
        var count = 0;
        while (entry.find()) {
            count++;
            var words = entry.group(3).replace("\\r\\n", "\r\n");
            if (words.matches("(?s).*(action aborted - |cannot be delivered$|Syntax error).*")) {
                // They say that it is so and not why.
                continue;
            }
            if (cause(Integer.parseInt(entry.group(2)), words) == Cause.UNKNOWN) {
                unknown.add(words);
            }
        }
        assertThat(count).isGreaterThan(30);
        assertThat(unknown).isEmpty();
    }

    @Test
    void anAnswerOfAnyKindIsAnAnswer() {
        var random = new java.util.Random(10);
        for (var i = 0; i < 2_000; i++) {
            var words = random.ints(random.nextInt(12_000) + 1L, 0, i % 2 == 0 ? 0x80 : 0x10FFFF)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .limit(i % 50 == 0 ? 12_000 : 60)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var reply = Reply.of(200 + random.nextInt(400), words);

            assertThat(reply.text().length()).isLessThanOrEqualTo(500);
            assertThat(Delivery.answered(Phase.RECIPIENT, reply).cause()).isNotNull();
        }
    }

    private static Cause cause(int code, String words) {
        return Causes.of(Phase.RECIPIENT, Reply.of(code, code + " " + words));
    }
}
