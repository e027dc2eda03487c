package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
    @Test
    void anAddressIsTakenApart() {
        assertThat(EndpointUrl.parse("https://Hooks.Example.org/a%20b?x=1&y"))
                .isEqualTo(new EndpointUrl(true, "hooks.example.org", 443, "/a%20b?x=1&y"));
        assertThat(EndpointUrl.parse("https://hooks.example.org:8443"))
                .isEqualTo(new EndpointUrl(true, "hooks.example.org", 8443, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hooks.example.org",
                "//hooks.example.org/",
                "/mp-letters",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "mailto:a@example.org",
                "https:hooks.example.org",
                "https://",
                "https:///path",
                "https://user@hooks.example.org/",
                "https://user:password@hooks.example.org/",
                "https://hooks.example.org/#fragment",
                "https://hooks.example.org:22/",
                "https://hooks.example.org:80/",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:70000/",
                "https://[::1]/",
                "https://[2606:4700::1111]/",
                "https://höoks.example/",
                "https://ho_oks/",
                "https://hooks.example.org/\r\nHost: internal",
                "https://hooks.example.org/a b",
                "https://hooks.example.org/{id}"
            })
    void whatCannotBeSentToIsRefusedWithWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndpointUrl.parse(text))
                .withMessageEndingWith(".");
    }

    @Test
    void anAddressHasItsLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndpointUrl.parse("https://hooks.example.org/" + "a".repeat(2_000)));
    }
}
