package org.centrallobby.letter.ownmailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.testbed.Contract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyAddressesTest {
    private static final String DOMAIN = "copies.example.org";

    @Test
    void anAddressIsTheOneOfTheContract() throws Exception {
        var example = new ObjectMapper().readTree(Contract.example("copy-address"));
        var letter = UUID.fromString(example.path("letter").asText());

        assertThat(addresses(DOMAIN, example.path("secret").asText()).of(letter))
                .isEqualTo(example.path("localPart").asText() + "@" + DOMAIN);
    }

    @Test
    void anotherLetterOrSecretHasAnotherAddress() {
        var letter = UUID.randomUUID();

        assertThat(addresses(DOMAIN, "a secret of the tests, of 32 octets").of(letter))
                .isNotEqualTo(
                        addresses(DOMAIN, "a secret of others, with 32 octets").of(letter))
                .isNotEqualTo(
                        addresses(DOMAIN, "a secret of the tests, of 32 octets").of(UUID.randomUUID()));
    }

    @Test
    void withoutADomainThereIsNoneAndADomainNeedsASecret() {
        assertThat(addresses(null, "a secret of the tests, of 32 octets").of(UUID.randomUUID()))
                .isNull();
        assertThatThrownBy(() -> addresses(DOMAIN, null)).hasMessageContaining("own-mailbox.copy-secret");
    }

    private static CopyAddresses addresses(@Nullable String domain, @Nullable String secret) {
        return new CopyAddresses(new Configured(Optional.ofNullable(domain), Optional.ofNullable(secret)));
    }

    private record Configured(Optional<String> copyDomain, Optional<String> copySecret) implements OwnMailboxConfig {}
}
