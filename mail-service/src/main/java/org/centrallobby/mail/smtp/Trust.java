package org.centrallobby.mail.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Which certificates of a relay are believed. */
final class Trust {
    private Trust() {}

    /** Those of the file's authorities where there is one, of Java's own otherwise. */
    static SSLSocketFactory of(Optional<Path> caFile) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, caFile.isPresent() ? authorities(caFile.get()) : null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption cannot be set up", e);
        }
    }

    /**
     * Any: for opportunistic encryption, which keeps a mail from those who listen only (RFC 7435). With a check it would
     * have to fall back to clear text, which is worse.
     */
    static SSLSocketFactory unchecked() {
        try {
            var factory = new MailSSLSocketFactory();
            factory.setTrustAllHosts(true);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption cannot be set up", e);
        }
    }

    private static TrustManager @Nullable [] authorities(Path file) throws GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            if (number == 0) {
                throw new IllegalStateException("The file of authorities %s holds no certificate".formatted(file));
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("The file of authorities %s cannot be read".formatted(file), e);
        }
    }
}
