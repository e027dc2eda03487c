package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitTest {
    @TempDir
    Path home;

    @Test
    void nobodyElseOnTheServerReadsTheSecretsAndEveryContainerDoes() throws IOException {
        Installation.at(home);

        assertThat(mode(home.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve(".env"))).isEqualTo("rw-------");
        try (var secrets = Files.list(home.resolve("secrets"))) {
            assertThat(secrets)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(secret -> assertThat(mode(secret)).isEqualTo("r--r--r--"));
        }
        assertThat(secret("operator_key")).hasSize(44).isNotEqualTo(secret("identity_secret"));
        // As the services read it: see SecretFilesTest.
        assertThat(secret("smtp_password")).isEqualTo("pa$$$$ \\word");
    }

    @Test
    void aSecondTimeItChangesNothingAndMakesWhatIsMissing() throws IOException {
        Installation.at(home);
        var before = content();
        Files.delete(home.resolve("secrets/bounce_intake_key"));
        // What a run leaves that was ended in the middle.
        Files.writeString(home.resolve("secrets/operator_key.x1y2z3.part"), "half");

        var again = Run.compose(home, List.of(), Map.of(), "init");

        assertThat(again.code()).as(again.said()).isZero();
        assertThat(again.said()).contains("made secrets/bounce_intake_key").doesNotContain("made secrets/operator_key");
        var after = content();
        assertThat(after.remove("secrets/bounce_intake_key")).isNotBlank();
        before.remove("secrets/bounce_intake_key");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aCommandThatFailsLeavesNoEmptySecret() throws IOException {
        var broken = Files.createDirectory(home.resolve("broken"));
        var openssl = broken.resolve("openssl");
        Files.writeString(openssl, "#!/bin/sh\nexit 1\n");
        assertThat(openssl.toFile().setExecutable(true)).isTrue();

        var run = Run.compose(
                home,
                List.of(broken),
                Map.of(),
                "init",
                "--host",
                "act.example.org",
                "--relay",
                "localhost:25",
                "--email",
                "a@example.org");

        assertThat(run.code()).isEqualTo(1);
        assertThat(home.resolve("secrets")).isEmptyDirectory();
        assertThat(home.resolve(".env")).doesNotExist();
    }

    @Test
    void theRecordsHoldThePublicHalvesOfTheKeys() throws IOException, GeneralSecurityException {
        var said = Installation.at(home).said();

        assertThat(said)
                .contains("bounces.act.example.org\tMX\t10 mail.act.example.org")
                .contains("_dmarc.act.example.org\tTXT\t\"v=DMARC1; p=none; rua=mailto:operator@example.org\"")
                .doesNotContain(secret("operator_key"), secret("smtp_password"));
        fits("RSA", "SHA256withRSA", "dkim_rsa.pem", Base64.getDecoder().decode(record(said, "lobby1._domainkey")));
        // RFC 8463, section 4: the bare octets of the key, without what X.509 puts before them.
        var octets = Base64.getDecoder().decode(record(said, "lobby1e._domainkey"));
        assertThat(octets).hasSize(32);
        var encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(octets));
        fits("Ed25519", "Ed25519", "dkim_ed25519.pem", encoded);
        assertThat(Run.compose(home, List.of(), Map.of(), "init", "--records").said())
                .isIn(said, said.substring(said.indexOf("\nDNS"), said.indexOf("Keep a copy")));
    }

    @Test
    void threeBrokersAreToldOfOneAnother() {
        Installation.at(home, "--cluster");

        assertThat(Checkout.text(home.resolve(".env")).lines())
                .contains(
                        "COMPOSE_PROFILES=cluster",
                        "KAFKA_BOOTSTRAP_SERVERS=kafka-1:9092,kafka-2:9092,kafka-3:9092",
                        "KAFKA_REPLICAS=3",
                        "KAFKA_MIN_INSYNC=2",
                        "KAFKA_VOTERS=1@kafka-1:9093,2@kafka-2:9093,3@kafka-3:9093")
                .anyMatch(line -> line.matches("KAFKA_CLUSTER_ID=[A-Za-z0-9_-]{22}"));
    }

    @Test
    void mailReachesNobodyAtFirst() {
        Installation.at(home);

        assertThat(Checkout.text(home.resolve(".env")).lines())
                .contains(
                        "MAIL_ENVIRONMENT=trial",
                        "SAFETY_ALLOWED_RECIPIENTS=",
                        "SMTP_HOST=smtp.example.org",
                        "SMTP_TLS=required");
    }

    @ParameterizedTest
    @CsvSource({
        "--host, 'act.example.org; rm -rf /'",
        "--host, 'act.example.org|x'",
        "--host, localhost",
        "--mail-host, '-mail.example.org'",
        "--from, 'Letters <letters@example.org>'",
        "--relay, smtp.example.org",
        "--relay-user, 'a b'",
        "--email, '$(id)@example.org'"
    })
    void whatWouldNotWorkIsRefusedBeforeAnythingIsMade(String option, String value) {
        var run = Run.compose(
                home,
                List.of(),
                Map.of("RELAY_PASSWORD", "x"),
                "init",
                "--host",
                "act.example.org",
                "--relay",
                "smtp.example.org:25",
                "--email",
                "a@example.org",
                option,
                value);

        assertThat(run.code()).as(run.said()).isEqualTo(2);
        assertThat(run.said()).contains(option.substring(2)).hasLineCount(1);
        assertThat(home.resolve("secrets")).doesNotExist();
        assertThat(home.resolve(".env")).doesNotExist();
    }

    private void fits(String algorithm, String signing, String file, byte[] publicKey)
            throws GeneralSecurityException, IOException {
        var pem = Files.readString(home.resolve("secrets").resolve(file)).replaceAll("-----[A-Z ]+-----|\\s", "");
        var keys = KeyFactory.getInstance(algorithm);
        var signature = Signature.getInstance(signing);
        signature.initSign(
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update(new byte[] {1, 2, 3});
        var signed = signature.sign();
        signature.initVerify(keys.generatePublic(new X509EncodedKeySpec(publicKey)));
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).as(file).isTrue();
    }

    private static String record(String said, String name) {
        var found = Pattern.compile(name + "\\S*\tTXT\t\"v=DKIM1; k=\\w+; p=([^\"]+)\"")
                .matcher(said);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private String secret(String name) throws IOException {
        return Files.readString(home.resolve("secrets").resolve(name));
    }

    private Map<String, String> content() throws IOException {
        var content = new TreeMap<String, String>();
        try (var files = Files.walk(home)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> content.put(home.relativize(file).toString(), Checkout.text(file)));
        }
        return content;
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
