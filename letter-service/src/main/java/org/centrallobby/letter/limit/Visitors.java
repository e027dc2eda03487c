package org.centrallobby.letter.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.centrallobby.letter.platform.InstallationKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells where the current request comes from. */
@ApplicationScoped
public class Visitors {
    private static final int HASH_BYTES = 16;
    private static final int IPV4_BYTES = 4;

    private static final Logger LOG = Logger.getLogger(Visitors.class);

    private final RoutingContext route;
    private final TrustedProxies proxies;
    private final SecretKey key;
    private final AtomicBoolean warned = new AtomicBoolean();

    Visitors(
            RoutingContext route,
            @ConfigProperty(name = "http.trusted-proxies") Optional<List<String>> proxies,
            InstallationKeys keys) {
        this.route = route;
        this.proxies = TrustedProxies.of(proxies.orElse(List.of()));
        this.key = keys.keyFor("network-addresses");
    }

    /** Only within a request. */
    public Visitor current() {
        var request = route.request();
        var peer = InetAddress.ofLiteral(request.connection().remoteAddress().hostAddress());
        var forwarded = request.headers().getAll("X-Forwarded-For");
        if (!forwarded.isEmpty() && !proxies.trusts(peer) && !warned.getAndSet(true)) {
            LOG.warn(
                    "A request came with X-Forwarded-For from an address that is not in HTTP_TRUSTED_PROXIES. If it is your"
                            + " proxy's, name it there: all supporters behind it count as one.");
        }
        return of(proxies.client(peer, forwarded));
    }

    Visitor of(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == IPV4_BYTES
                ? new Visitor(hash(bytes, IPV4_BYTES), hash(bytes, 3))
                : new Visitor(hash(bytes, 8), hash(bytes, 6));
    }

    /** Of so many of its first bytes. An IPv4 and an IPv6 address, or parts of other lengths, never meet. */
    private String hash(byte[] address, int length) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((byte) address.length);
            mac.update((byte) length);
            var hash = mac.doFinal(Arrays.copyOf(address, length));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
