package org.centrallobby.letter.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others: private, loopback, link-local, shared (CGNAT), multicast,
 * documentation and the like, as IANA's registries of special-purpose addresses list them. Of IPv6 only the block of global
 * unicast is public; an address that stands for an IPv4 address (NAT64, 6to4) is judged by that one.
 */
class PublicNetworks {
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(Network::parse)
            .toList();
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");
    private static final Network NAT64 = Network.parse("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

    private final List<Network> refused;

    /** @param refused further networks that count as not public, for instance {@code 203.0.113.0/24} */
    PublicNetworks(List<String> refused) {
        this.refused = refused.stream().map(Network::parse).toList();
    }

    boolean contain(InetAddress address) {
        if (refused.stream().anyMatch(network -> network.contains(address))) {
            return false;
        }
        if (NAT64.contains(address)) {
            return contain(ipv4(address, 12));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return contain(ipv4(address, 2));
        }
        return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address))
                && SPECIAL.stream().noneMatch(network -> network.contains(address));
    }

    private static InetAddress ipv4(InetAddress address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A block of addresses, for instance {@code 10.0.0.0/8}. */
    private record Network(byte[] start, int bits) {
        static Network parse(String text) {
            var slash = text.indexOf('/');
            var start = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            return new Network(start, Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(InetAddress address) {
            var other = address.getAddress();
            if (other.length != start.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if ((start[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
