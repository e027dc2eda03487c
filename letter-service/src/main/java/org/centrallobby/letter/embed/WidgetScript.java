package org.centrallobby.letter.embed;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The widget's script as this service serves it. */
@ApplicationScoped
class WidgetScript {
    private static final String FILE = "/META-INF/resources/widget/v1/mp-letter.js";

    private final String integrity;

    WidgetScript() {
        try (var script = WidgetScript.class.getResourceAsStream(FILE)) {
            this.integrity = "sha384-" + Base64.getEncoder().encodeToString(digest(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a browser compares it with: {@code sha384-} and the digest in base64 (W3C Subresource Integrity). */
    String integrity() {
        return integrity;
    }

    private static byte[] digest(@Nullable InputStream script) throws IOException {
        if (script == null) {
            throw new IOException("There is no " + FILE);
        }
        try {
            return MessageDigest.getInstance("SHA-384").digest(script.readAllBytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-384", e);
        }
    }
}
