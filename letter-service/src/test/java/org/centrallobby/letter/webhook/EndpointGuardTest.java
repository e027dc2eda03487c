package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointGuardTest {
    private static final EndpointUrl ENDPOINT = EndpointUrl.parse("https://hooks.example.org/");

    @Test
    void aPublicHostMayBeReached() throws Exception {
        assertThat(guard(false, "93.184.215.14", "2606:4700::1111").addresses(ENDPOINT))
                .hasSize(2);
    }

    @Test
    void oneInnerAddressAmongOthersIsEnoughToRefuseTheName() {
        assertThatThrownBy(() -> guard(false, "93.184.215.14", "10.0.0.1").addresses(ENDPOINT))
                .isInstanceOf(EndpointGuard.Refused.class);
    }

    @Test
    void withoutTlsNothingIsReachedButThisMachineWhereThatIsAllowed() throws Exception {
        var plain = EndpointUrl.parse("http://hooks.example.org/");

        assertThatThrownBy(() -> guard(false, "93.184.215.14").addresses(plain))
                .isInstanceOf(EndpointGuard.Refused.class);
        assertThatThrownBy(() -> guard(true, "93.184.215.14").addresses(plain))
                .isInstanceOf(EndpointGuard.Refused.class);
        assertThatThrownBy(() -> guard(false, "127.0.0.1").addresses(plain)).isInstanceOf(EndpointGuard.Refused.class);
        assertThat(guard(true, "127.0.0.1").addresses(plain)).hasSize(1);
    }

    @Test
    void whereThisMachineIsAllowedOtherInnerOnesAreNot() {
        assertThatThrownBy(() -> guard(true, "10.0.0.1").addresses(ENDPOINT)).isInstanceOf(EndpointGuard.Refused.class);
        assertThatThrownBy(() -> guard(true, "127.0.0.1", "10.0.0.1").addresses(ENDPOINT))
                .isInstanceOf(EndpointGuard.Refused.class);
    }

    /** The resolver reads many forms of an address; it is what they mean that counts. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.1", "2130706433", "127.0.0.1", "0"})
    void thisMachineIsKnownByAllItsNames(String host) {
        var config = WebhookSettings.with(Map.of());
        var guard = new EndpointGuard(new HostNames(config), config);

        assertThatThrownBy(() -> guard.addresses(new EndpointUrl(true, host, 443, "/")))
                .isInstanceOfAny(EndpointGuard.Refused.class, java.net.UnknownHostException.class);
    }

    private static EndpointGuard guard(boolean loopback, String... addresses) {
        var config = WebhookSettings.with(Map.of("webhook.allow-loopback", Boolean.toString(loopback)));
        var names = new HostNames(config) {
            @Override
            List<InetAddress> resolve(String host) {
                return Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
            }
        };
        return new EndpointGuard(names, config);
    }
}
