package org.centrallobby.letter.limit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Believes X-Forwarded-For as far as it was written by proxies of ours. Each proxy adds the address it was called from at the
 * end, behind whatever its caller claimed: so the last one that is not a proxy of ours is the client. (Quarkus' own support
 * takes the first, which is the one that anybody can make up.)
 */
final class TrustedProxies {
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|(\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+");

    private final List<IpSubnetFilterRule> networks;

    private TrustedProxies(List<IpSubnetFilterRule> networks) {
        this.networks = networks;
    }

    /** @param networks addresses, or networks such as {@code 10.0.0.0/8}; never names */
    static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream()
                .map(String::strip)
                .map(TrustedProxies::network)
                .toList());
    }

    /**
     * The client's address.
     *
     * @param peer who holds the connection
     * @param forwarded the values of X-Forwarded-For, in their order
     */
    InetAddress client(InetAddress peer, List<String> forwarded) {
        var client = peer;
        var hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .toList()
                .reversed();
        for (var hop : hops) {
            if (!trusts(client)) {
                return client;
            }
            var before = address(hop.strip());
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    boolean trusts(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(socket));
    }

    private static IpSubnetFilterRule network(String text) {
        var slash = text.indexOf('/');
        var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        var length = slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        return new IpSubnetFilterRule(address, length, IpFilterRuleType.ACCEPT);
    }

    private static Optional<InetAddress> address(String hop) {
        var port = WITH_PORT.matcher(hop);
        var text = !port.matches() ? hop : port.group(1) == null ? port.group(2) : port.group(1);
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
