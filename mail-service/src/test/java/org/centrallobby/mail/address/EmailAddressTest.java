package org.centrallobby.mail.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "o'brien+mp@sub.mp.example", "jane.doe@localhost", "x_y-z@1.example"})
    void ordinaryAddressesAreTaken(String address) {
        assertThat(EmailAddress.parse(address).wire()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b",
                "a",
                "a b@c.example",
                "a@b c.example",
                "a@b@c.example",
                "<a@b.example>",
                "a@b.example>",
                "a@b.example\r\nRCPT TO:<x@y.example>",
                "a..b@c.example",
                ".a@c.example",
                "a@-b.example",
                "a@b..example",
                "a@b.example.",
                "\"a b\"@c.example",
                "a@[127.0.0.1]",
                "a@b_c.example",
                "a\u0000@b.example",
                "a,b@c.example"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> EmailAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an e-mail address");
    }

    @Test
    void lengthsAreThoseOfSmtp() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@b.example").local()).hasSize(64);
        assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@b.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmailAddress.parse("a@" + "b".repeat(64) + ".example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressDoesNotShowInALog() {
        assertThat(EmailAddress.parse("jane@example.org").toString()).doesNotContain("jane");
    }
}
