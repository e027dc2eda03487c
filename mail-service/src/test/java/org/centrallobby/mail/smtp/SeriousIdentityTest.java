package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.centrallobby.mail.identity.DkimVerifier;
import org.centrallobby.mail.identity.Identities;
import org.centrallobby.mail.identity.Purpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a serious sender must meet, as {@link SeriousSenderTest} has it, from check 14 on: who it says it is. */
class SeriousIdentityTest extends ReceivedOctets {
    @Test
    @DisplayName(
            "14 and 15: RFC 6376, 8301 and 8463, both signatures verify, and everything that matters is signed twice")
    void signaturesVerify() throws Exception {
        var recorded = sent(ALetter.plain().saying("Dear Siân,\n. dots .\n\n\n").toBeUnsubscribedFrom());

        var verdicts = new DkimVerifier(Identities::keyRecord).verify(recorded.message());
        assertThat(verdicts)
                .extracting(DkimVerifier.Verdict::algorithm)
                .containsExactly("rsa-sha256", "ed25519-sha256");
        assertThat(verdicts).allSatisfy(verdict -> {
            assertThat(verdict.result()).isEqualTo("pass");
            assertThat(verdict.domain()).isEqualTo("lobby.example");
            assertThat(verdict.tags()).doesNotContainKey("l");
            var signed = List.of(String.valueOf(verdict.tags().get("h")).split(":"));
            for (var name : List.of(
                    "From", "To", "Subject", "Date", "Message-ID", "Reply-To", "MIME-Version", "Content-Type")) {
                assertThat(signed).as(name).filteredOn(name::equals).hasSize(2);
            }
            assertThat(signed).contains("List-Unsubscribe", "List-Unsubscribe-Post", "List-Id");
        });
        var byJames = new DKIMVerifier(
                        (method, selector, domain) -> List.of(Identities.keyRecord(selector + "._domainkey." + domain)))
                .verify(new ByteArrayInputStream(recorded.message()));
        assertThat(byJames)
                .anySatisfy(
                        record -> assertThat(record.getHashKeyType().toString()).isEqualTo("rsa"));
    }

    @Test
    @DisplayName(
            "16, 17, 25 and 26: RFC 7208 and 9989, SPF and DKIM are both aligned; the writer's domain stands in Reply-To alone")
    void domainsAreAligned() {
        var recorded = sent(ALetter.plain());

        assertThat(path("MAIL FROM")).endsWith("@bounces.lobby.example");
        assertThat(from(recorded)).endsWith("@lobby.example");
        assertThat(head(recorded)).doesNotContain("\r\nSender:");
        assertThat(head(recorded).replaceAll("Reply-To:.*\r\n", "")).doesNotContain("example.org");
        assertThat(value(head(recorded), "Reply-To")).isEqualTo("Jane Doe <jane@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm@parliament.example",
                "Jane <pm@parliament.example>",
                "pm＠parliament.example",
                "\u202Emp\u202C"
            })
    @DisplayName("18: the name in From shows no address but ours, in the right direction")
    void theNameIsNoAddress(String name) throws Exception {
        var message = parsed(sent(ALetter.plain().from(name)));

        var from = message.getFrom().getFirst();
        assertThat(from.getDomain()).isEqualTo("lobby.example");
        assertThat(from.getName()).doesNotContain("@", "＠", "\u202E");
    }

    @Test
    @DisplayName("19: RFC 3461, reports of failure and delay are asked for where that is offered")
    void reportsAreAskedFor() {
        sent(ALetter.plain());

        assertThat(command("MAIL FROM")).contains(" SIZE=").endsWith(" RET=HDRS ENVID=" + ALetter.ID);
        assertThat(command("RCPT TO")).isEqualTo("RCPT TO:<mp@mp.example> NOTIFY=FAILURE,DELAY");
        try (var plain = RecordingServer.offering();
                var other = Settings.ofPort(plain.port()).connection()) {
            var answered = ALetter.plain().answeredTo("jané@example.org");
            assertThat(other.send(answered.mail(), () -> true).verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(plain.commands()).contains("RCPT TO:<mp@mp.example>");
        }
    }

    @Test
    @DisplayName("20: RFC 3834, a machine's mail says so and a letter does not")
    void machinesSayThatTheyAre() {
        assertThat(head(sent(ALetter.plain()))).doesNotContain("Auto-Submitted", "Precedence");
        var automatic = head(sent(ALetter.plain().byAMachine()));
        assertThat(value(automatic, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(value(automatic, "From")).contains("<letters-r");
    }

    @Test
    @DisplayName("22: RFC 8058, what is neither letter nor transactional is unsubscribed from with one request")
    void oneClickUnsubscribes() {
        assertThat(head(sent(ALetter.plain()))).doesNotContain("List-Unsubscribe");
        var head = head(sent(ALetter.plain().toBeUnsubscribedFrom()));

        var link = URI.create(value(head, "List-Unsubscribe").replaceAll("[<>]", ""));
        assertThat(link.getScheme()).isEqualTo("https");
        assertThat(Identities.returnAddresses().read(Purpose.UNSUBSCRIBE, link.getPath()))
                .contains(ALetter.ID);
        assertThat(value(head, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    @DisplayName(
            "23: RFC 6531 and 5890, letters outside ASCII travel where they can and are refused with 5.6.7 where not")
    void addressesOfTheWorld() {
        sent(ALetter.plain().to(null, "mp@bücher.example"));
        assertThat(path("RCPT TO")).isEqualTo("mp@xn--bcher-kva.example");
        var recorded = sent(ALetter.plain().to("Jörg", "jörg@mp.example"));
        assertThat(server.commands())
                .anyMatch(command -> command.startsWith("MAIL") && command.contains(" BODY=8BITMIME SMTPUTF8"));
        assertThat(new DkimVerifier(Identities::keyRecord).verify(recorded.message()))
                .extracting(DkimVerifier.Verdict::result)
                .containsOnly("pass");
        try (var plain = RecordingServer.offering();
                var other = Settings.ofPort(plain.port()).connection()) {
            var delivery =
                    other.send(ALetter.plain().to(null, "jörg@mp.example").mail(), () -> true);
            assertThat(delivery.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(delivery.cause()).isEqualTo(Cause.ADDRESS_NOT_CARRIED);
            assertThat(delivery.reply().enhanced()).isEqualTo("5.6.7");
            other.send(ALetter.plain().mail(), () -> true);
            assertThat(plain.commands())
                    .filteredOn(command -> command.startsWith("EHLO"))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("24: the return path names the mail, and nobody else can make it up")
    void returnPathsAreTokens() {
        sent(ALetter.plain());

        assertThat(path("MAIL FROM")).matches("b[a-z2-7]{39}@bounces\\.lobby\\.example");
        assertThat(Identities.returnAddresses().read(Purpose.BOUNCE, path("MAIL FROM")))
                .contains(ALetter.ID);
        assertThat(Identities.returnAddresses()
                        .read(Purpose.REPLY, from(server.mails().getLast())))
                .contains(ALetter.ID);
    }
}
