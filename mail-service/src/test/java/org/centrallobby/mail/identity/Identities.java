package org.centrallobby.mail.identity;

import java.util.List;
import java.util.Optional;

/** What the tests of other packages need of this one. */
public final class Identities {
    static final String SECRET = "a secret of the tests, 32 octets";

    private Identities() {}

    /** Tokens under the tests' secret. */
    public static ReturnAddresses returnAddresses() {
        return new ReturnAddresses(new Secrets(secrets(SECRET)));
    }

    static IdentityConfig secrets(String secret, String... previous) {
        return new IdentityConfig() {
            @Override
            public String secret() {
                return secret;
            }

            @Override
            public Optional<List<String>> previousSecrets() {
                return Optional.of(List.of(previous));
            }

            @Override
            public Optional<String> bounceDomain() {
                return Optional.empty();
            }
        };
    }
}
