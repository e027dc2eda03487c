package org.centrallobby.letter.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.centrallobby.letter.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeRecipientTest {
    /** More than the 64 kB after which age begins another chunk. */
    private static final String TEXT = "Ann Writer,ann@constituent.example\r\n".repeat(10_000);

    private final java.security.KeyPair pair = pair();

    @Test
    void whoHasTheSecretKeyReadsWhatWasEncrypted() throws Exception {
        var encrypted = encrypted();

        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1\n")
                .doesNotContain("constituent");
        assertThat(decrypted(encrypted)).isEqualTo(TEXT);
    }

    @Test
    void aFileThatWasCutShortIsKnownAsOne() throws Exception {
        var encrypted = encrypted();

        assertThatThrownBy(() -> decrypted(Arrays.copyOf(encrypted, 65_536 * 2)))
                .isNotNull();
    }

    @Test
    void theCommandOfAgeReadsItToo(@TempDir Path folder) throws Exception {
        assumeThat(System.getenv("PATH").split(java.io.File.pathSeparator))
                .as("the command age, which is not installed here")
                .anyMatch(place -> Files.isExecutable(Path.of(place, "age")));
        var secret = Files.writeString(folder.resolve("secret"), pair.getPrivate() + "\n");
        var file = Files.write(folder.resolve("letters.csv.age"), encrypted());

        var age = new ProcessBuilder("age", "--decrypt", "-i", secret.toString(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(new String(age.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(TEXT);
        assertThat(age.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Send the public key",
        "age1, Send the public key",
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX, secret key",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN, another kind",
        "-----BEGIN PGP PUBLIC KEY BLOCK-----, another kind",
        // The checksum of bech32 knows one wrong character.
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q, Some of its characters are wrong"
    })
    void whatNothingCanBeEncryptedToIsRefusedWithWords(String sent, String words) {
        assertThatThrownBy(() -> AgeRecipient.parse(sent))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure ->
                                assertThat(failure.errors().getFirst().detail()).contains(words));
    }

    @Test
    void aKeyWithSpacesAroundItIsTaken() {
        assertThat(AgeRecipient.parse(" " + pair.getPublic() + "\n").text())
                .isEqualTo(pair.getPublic().toString().toLowerCase(Locale.ROOT));
    }

    private byte[] encrypted() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = AgeRecipient.parse(pair.getPublic().toString()).encrypt(bytes)) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private String decrypted(byte[] encrypted) throws Exception {
        var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                pair.getPrivate().toString());
        try (var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(encrypted)), List.of(reader))) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static java.security.KeyPair pair() {
        try {
            return new X25519KeyPairGenerator().generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
