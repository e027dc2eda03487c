package org.centrallobby.mail.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6376, RFC 8301 and RFC 8463, against their examples, others' signatures and a verifier of its own. */
class DkimSignerTest {
    private static final Path DATA = Path.of("../../shared/data/mail");
    private static final Path EXAMPLE = DATA.resolve("mimekit/UnitTests/TestData/dkim/rfc8463-example.msg");

    private static final Path MAIL_DKIM =
            DATA.resolve("james-jdkim/main/src/test/resources/org/apache/james/jdkim/Mail-DKIM");

    private static final Map<String, String> KEYS_OF_OTHERS = Map.of(
            "brisbane._domainkey.football.example.com",
            "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            "test._domainkey.football.example.com",
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY"
                    + "/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G"
                    + "+2kryOTIKT+l/K4w3QIDAQAB");

    private final DkimVerifier ofOthers = new DkimVerifier(name -> KEYS_OF_OTHERS.getOrDefault(name, ""));

    @Test
    void theVerifierTakesTheExampleOfRfc8463AndNoChangeOfIt() throws IOException {
        var message = crlf(example());

        assertThat(ofOthers.verify(message.getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(DkimVerifier.Verdict::algorithm, DkimVerifier.Verdict::result)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ed25519-sha256", "pass"),
                        org.assertj.core.groups.Tuple.tuple("rsa-sha256", "pass"));
        for (var change : List.of("dinner", "hungry", "Joe SixPack", "2003")) {
            assertThat(ofOthers.verify(message.replaceFirst(change, "other").getBytes(StandardCharsets.ISO_8859_1)))
                    .as(change)
                    .noneMatch(verdict -> verdict.result().equals("pass"));
        }
    }

    @Test
    void theExampleOfRfc8463IsReproduced() throws Exception {
        var message = crlf(example());
        var signatures = Arrays.stream(message.split("(?<=\r\n)(?![ \t])"))
                .filter(field -> field.startsWith("DKIM-Signature"))
                .toList();
        var head = message.substring(message.indexOf("From:"), message.indexOf("\r\n\r\n") + 2);
        var names = List.of("from", "to", "subject", "date", "message-id", "from", "subject", "date");

        for (var i = 0; i < 2; i++) {
            var field = signatures.get(i);
            var sign = field.indexOf("b=", field.indexOf("bh=") + 3);
            var given = field.substring(sign + 2).replaceAll("\\s", "");
            var key = i == 0
                    ? new DkimKey("brisbane", DkimAlgorithm.ED25519, ed25519())
                    : new DkimKey("test", DkimAlgorithm.RSA, rsa1024());

            var made = DkimSigner.signature(
                    key, DkimSigner.named(HeaderField.all(head), names), field.substring(0, sign + 2));

            assertThat(Base64.getEncoder().encodeToString(made)).isEqualTo(given);
        }
        assertThat(DkimSigner.relaxed(
                        message.substring(message.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1)))
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("Hi.\r\n\r\nWe lost the game. Are you hungry yet?\r\n\r\nJoe.\r\n");
    }

    @Test
    void theVerifierJudgesMailsOfOtherSoftwareAsTheirCollectorsDid() throws IOException {
        assumeThat(MAIL_DKIM).as("the shared mail data").isDirectory();
        var dns = new HashMap<String, String>();
        for (var line : Files.readAllLines(MAIL_DKIM.resolve("FAKE_DNS.dat"), StandardCharsets.ISO_8859_1)) {
            var space = line.indexOf(' ');
            if (!line.startsWith("#") && space > 0) {
                dns.put(line.substring(0, space), line.substring(space + 1).strip());
            }
        }
        var verifier = new DkimVerifier(name -> dns.getOrDefault(name, ""));
        try (var files = Files.list(MAIL_DKIM.resolve("corpus"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                var passes = verifier.verify(Files.readAllBytes(file)).stream()
                        .anyMatch(verdict -> verdict.result().equals("pass"));
                // Those of drafts before RFC 4871 have no version.
                var isOfTheStandard =
                        Files.readString(file, StandardCharsets.ISO_8859_1).contains("v=1;");
                if (isOfTheStandard && name.startsWith("good_")) {
                    assertThat(passes).as(name).isTrue();
                } else if (name.matches("bad_(1|ietf).*")) {
                    assertThat(passes).as(name).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Sir Iain,\r\n\r\nplease.\r\n",
                "",
                "\r\n\r\n",
                "one\r\n\r\n\r\n",
                " leading  and   runs\tof space \t\r\nend",
                "\t\r\nx\r\n \r\n",
            })
    void whatIsSignedVerifies(String body) {
        var head = "From: Jane <a@lobby.example>\r\nTo: b@mp.example\r\nSubject:  two\r\n\tlines \r\nDate: d\r\n"
                + "Message-ID: <1@lobby.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n"
                + "List-Unsubscribe: <https://mail.lobby.example/u>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
        var message = signed(head, body);

        assertThat(verify(message)).extracting(DkimVerifier.Verdict::result).containsExactly("pass", "pass");
        assertThat(message.split("\r\n\r\n")[0].lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
    }

    @Test
    void aSecondHeaderOfTheSameNameBreaksTheSignatures() {
        var head =
                "From: Jane <a@lobby.example>\r\nTo: b@mp.example\r\nSubject: s\r\nDate: d\r\nMessage-ID: <1@x.example>\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n";
        var message = signed(head, "text\r\n");

        for (var added :
                List.of("From", "To", "Subject", "Date", "Message-ID", "Reply-To", "MIME-Version", "Content-Type")) {
            assertThat(verify(added + ": other\r\n" + message))
                    .noneMatch(verdict -> verdict.result().equals("pass"));
        }
    }

    @Test
    void signaturesSayWhenTheyWereMadeAndWhenTheyRunOut() {
        var message = signed("From: a@lobby.example\r\n", "text\r\n");

        assertThat(verify(message)).hasSize(2).allSatisfy(verdict -> {
            var signed = Identities.SIGNED.getEpochSecond();
            assertThat(verdict.tags())
                    .containsEntry("t", Long.toString(signed))
                    .containsEntry(
                            "x", Long.toString(signed + Duration.ofDays(14).toSeconds()))
                    .containsEntry("d", "lobby.example")
                    .containsEntry("c", "relaxed/relaxed")
                    .doesNotContainKeys("l", "i", "q");
        });
    }

    @Test
    void aKeyThatReceiversRefuseIsRefused() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var small = generator.generateKeyPair().getPrivate();

        assertThatThrownBy(() -> DkimAlgorithm.of(small)).hasMessageContaining("1024 bits is too small");
        assertThatThrownBy(() -> Cryptography.readPem(Path.of("pom.xml"))).hasMessageContaining("PKCS#8");
    }

    @Test
    void theNativeLibraryIsUsedWhereItIsBuiltFor() {
        assumeThat(System.getProperty("os.name") + System.getProperty("os.arch"))
                .isIn("Linuxamd64", "Linuxaarch64");

        assertThat(Cryptography.isNative()).isTrue();
    }

    private static String signed(String head, String body) {
        return DkimSigner.sign(
                        Identities.composing().platform().identity(),
                        head,
                        body.getBytes(StandardCharsets.ISO_8859_1),
                        Identities.SIGNED,
                        Duration.ofDays(14))
                + head
                + "\r\n"
                + body;
    }

    private static List<DkimVerifier.Verdict> verify(String message) {
        return new DkimVerifier(Identities::keyRecord).verify(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String example() throws IOException {
        assumeThat(EXAMPLE).as("the shared mail data").exists();
        return Files.readString(EXAMPLE, StandardCharsets.ISO_8859_1);
    }

    private static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private static PrivateKey ed25519() throws Exception {
        var file = DATA.resolve("mailauth-fixtures/test/dkim/ec/fixtures/private-ec.key");
        var seed = Base64.getDecoder().decode(Files.readString(file).strip());
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    /** The example's key is smaller than what this service takes from anybody. */
    private static PrivateKey rsa1024() throws Exception {
        var pem = Files.readString(DATA.resolve("mailauth-fixtures/test/dkim/ec/fixtures/private-rsa.key"));
        var pkcs1 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var algorithm = Base64.getDecoder().decode("MA0GCSqGSIb3DQEBAQUA");
        var content = new ArrayList<Byte>();
        for (var part : List.of(new byte[] {2, 1, 0}, algorithm, der(4, pkcs1))) {
            for (var octet : part) {
                content.add(octet);
            }
        }
        var octets = new byte[content.size()];
        for (var i = 0; i < octets.length; i++) {
            octets[i] = content.get(i);
        }
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(0x30, octets)));
    }

    private static byte[] der(int tag, byte[] content) {
        var length = BigInteger.valueOf(content.length).toByteArray();
        var sized = length[0] == 0 ? Arrays.copyOfRange(length, 1, length.length) : length;
        var out = new byte[2 + sized.length + content.length];
        out[0] = (byte) tag;
        out[1] = (byte) (0x80 | sized.length);
        System.arraycopy(sized, 0, out, 2, sized.length);
        System.arraycopy(content, 0, out, 2 + sized.length, content.length);
        return out;
    }
}
