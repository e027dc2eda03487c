package org.centrallobby.letter.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES =
            TrustedProxies.of(List.of("10.0.0.0/8", " 192.0.2.1", "2001:db8::/32"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 |                                   | 203.0.113.9",
                "203.0.113.9 | 198.51.100.1                      | 203.0.113.9",
                "10.1.2.3    | 198.51.100.1                      | 198.51.100.1",
                "10.1.2.3    | 6.6.6.6, 198.51.100.1             | 198.51.100.1",
                "10.1.2.3    | 6.6.6.6, 198.51.100.1, 192.0.2.1  | 198.51.100.1",
                "10.1.2.3    | 6.6.6.6, 198.51.100.1 , 10.9.9.9  | 198.51.100.1",
                "10.1.2.3    | 10.4.4.4                          | 10.4.4.4",
                "10.1.2.3    | 198.51.100.1:4711                 | 198.51.100.1",
                "10.1.2.3    | [2a00:1450::1]:443                | 2a00:1450:0:0:0:0:0:1",
                "2001:db8::5 | 2a00:1450::1                      | 2a00:1450:0:0:0:0:0:1",
                "10.1.2.3    | ::ffff:198.51.100.1               | 198.51.100.1",
                "10.1.2.3    | unknown                           | 10.1.2.3",
                "10.1.2.3    | 198.51.100.1, example.org         | 10.1.2.3",
                "10.1.2.3    | ,                                 | 10.1.2.3",
            })
    void theClientIsTheLastOneThatIsNoProxyOfOurs(String peer, String forwarded, String client) {
        var headers = forwarded == null ? List.<String>of() : List.of(forwarded);

        assertThat(PROXIES.client(InetAddress.ofLiteral(peer), headers).getHostAddress())
                .isEqualTo(client);
    }

    @Test
    void headersThatWereSentOneByOneAreOneList() {
        assertThat(PROXIES.client(InetAddress.ofLiteral("10.1.2.3"), List.of("6.6.6.6", "198.51.100.1, 10.9.9.9"))
                        .getHostAddress())
                .isEqualTo("198.51.100.1");
    }

    @Test
    void withoutProxiesNobodyIsBelieved() {
        assertThat(TrustedProxies.of(List.of())
                        .client(InetAddress.ofLiteral("127.0.0.1"), List.of("198.51.100.1"))
                        .getHostAddress())
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/x", "10.0.0.0/33", ""})
    void whatIsNoNetworkStopsTheStart(String network) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }
}
