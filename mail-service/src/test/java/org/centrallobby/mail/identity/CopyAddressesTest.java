package org.centrallobby.mail.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.centrallobby.testbed.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class CopyAddressesTest {
    private final CopyAddresses addresses = Identities.copyAddresses();
    private JsonNode example;

    @BeforeEach
    void read() throws Exception {
        example = new ObjectMapper().readTree(Contract.example("copy-address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s@copies.example.org",
                "%s",
                "\"Copies\" <%s@copies.example.org>",
                "SRS0=AAA=BB=example.net=%s@forwarder.example"
            })
    void theAddressOfTheContractIsTheLettersWhateverStandsAround(String around) {
        var letter = UUID.fromString(example.path("letter").asText());
        var local = example.path("localPart").asText();

        assertThat(addresses.letter(around.formatted(local))).contains(letter);
        assertThat(addresses.letter(around.formatted(local.toUpperCase(java.util.Locale.ROOT))))
                .contains(letter);
    }

    @Test
    void whatIsMadeUpIsNobodysAddress() {
        var local = example.path("localPart").asText();
        for (var place = "copy-".length(); place < local.length(); place++) {
            var forged =
                    local.substring(0, place) + (local.charAt(place) == 'a' ? 'q' : 'a') + local.substring(place + 1);
            assertThat(addresses.letter(forged + "@copies.example.org")).isEmpty();
        }
        assertThat(addresses.letter(local.substring("copy-".length()) + "@copies.example.org"))
                .isEmpty();
        assertThat(addresses.letter("x".repeat(300) + local + "@copies.example.org"))
                .isEmpty();
        assertThat(addresses.letter("copy-@copies.example.org")).isEmpty();
    }
}
