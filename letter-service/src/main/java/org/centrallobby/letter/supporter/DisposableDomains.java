package org.centrallobby.letter.supporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Mail domains that hand out a mailbox to anybody for ten minutes. Forwarders that keep an address for one person are none. */
final class DisposableDomains {
    private static final Set<String> DOMAINS = read("/supporter/disposable-domains.txt");

    private DisposableDomains() {}

    /** Whether the domain, or one that it is part of, is among them. */
    static boolean contains(String domain) {
        for (var part = domain; part.contains("."); part = part.substring(part.indexOf('.') + 1)) {
            if (DOMAINS.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> read(String resource) {
        try (var list = Objects.requireNonNull(DisposableDomains.class.getResourceAsStream(resource), resource)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
