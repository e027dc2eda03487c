package org.centrallobby.letter.export;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;

/**
 * A public key to which a file can be encrypted so that only its owner reads it (age-encryption.org/v1, X25519).
 *
 * @param text as age writes it: {@code age1} and 58 further characters
 */
record AgeRecipient(String text) {
    private static final String SHAPE = "age1[02-9ac-hj-np-z]{58}";

    /** The key that somebody sent, if a file can be encrypted to it. */
    static AgeRecipient parse(String sent) {
        var text = sent.strip();
        if (text.toUpperCase(Locale.ROOT).contains("SECRET-KEY") || text.contains("PRIVATE KEY")) {
            throw refused(
                    "This is a secret key, and it is known to others now: make a new pair, and send the public key,"
                            + " which begins with age1.");
        }
        if (text.startsWith("ssh-") || text.contains("BEGIN PGP")) {
            throw refused("This is a key of another kind. Make one with age-keygen, and send the public key.");
        }
        if (!text.matches(SHAPE)) {
            throw refused("Send the public key of age-keygen: age1 and 58 further letters and digits.");
        }
        var recipient = new AgeRecipient(text);
        try {
            recipient.writer().getRecipientStanzas(new FileKey());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw refused("Some of its characters are wrong: nothing can be encrypted to this key. Copy it once more.");
        }
        return recipient;
    }

    /**
     * Encrypts what is written on its way to somewhere else. Only when it is closed is the file whole: what reads it can
     * tell a file that was cut short.
     */
    OutputStream encrypt(OutputStream out) throws IOException {
        try {
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(out), List.of(writer())));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private RecipientStanzaWriter writer() throws GeneralSecurityException {
        return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
    }

    private static Failure refused(String detail) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the fields named below.",
                List.of(new FieldError("#/publicKey", detail)));
    }
}
