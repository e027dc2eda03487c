package org.centrallobby.letter.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Keeps webhooks from reaching what only this platform can reach: an organisation chooses the address, and the platform
 * connects to it from inside. Asked when an endpoint is set up and again at every attempt, as a name may point elsewhere by
 * then; the connection goes to an address that was looked at here, and the name is not resolved again.
 */
@ApplicationScoped
class EndpointGuard {
    private final HostNames names;
    private final PublicNetworks networks;
    private final boolean loopbackAllowed;

    EndpointGuard(HostNames names, WebhookConfig config) {
        this.names = names;
        this.networks = new PublicNetworks(config.refusedNetworks().orElse(List.of()));
        this.loopbackAllowed = config.allowLoopback();
    }

    /** The endpoint is not, or not only, where webhooks may go. */
    static final class Refused extends Exception {
        /** @param message says to whoever set the endpoint up what to do */
        Refused(String message) {
            super(message);
        }
    }

    /**
     * Where to connect.
     *
     * @return every address of the host, at least one
     * @throws Refused if any of them may not be reached: a name that points both ways is not an accident to work around
     * @throws UnknownHostException if the name has no address
     * @throws TimeoutException if that was not to be learned in time
     */
    List<InetAddress> addresses(EndpointUrl url)
            throws Refused, UnknownHostException, TimeoutException, InterruptedException {
        if (!url.tls() && !loopbackAllowed) {
            throw withoutTls();
        }
        var addresses = names.addressesOf(url.host());
        var local = loopbackAllowed && addresses.stream().allMatch(InetAddress::isLoopbackAddress);
        if (!url.tls() && !local) {
            throw withoutTls();
        }
        if (!local && !addresses.stream().allMatch(this::isOutside)) {
            throw new Refused("Name a host on the public internet; this one is in a private or reserved network.");
        }
        return addresses;
    }

    private static Refused withoutTls() {
        return new Refused("Begin the address with https://.");
    }

    private boolean isOutside(InetAddress address) {
        return networks.contain(address) && !isOwn(address);
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // Not known is not allowed.
            return true;
        }
    }
}
