package org.centrallobby.mail.identity;

import java.security.PrivateKey;

/**
 * A key that mails of a domain are signed with.
 *
 * @param selector names it in DNS, below {@code _domainkey}
 */
record DkimKey(String selector, DkimAlgorithm algorithm, PrivateKey key) {
    @Override
    public String toString() {
        return "DkimKey[%s, %s]".formatted(selector, algorithm);
    }
}
