package org.centrallobby.mail.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centrallobby.mail.identity.Purpose;
import org.centrallobby.mail.identity.ReturnAddresses;

/** Finds the very mail that something came back for. */
@ApplicationScoped
class Attribution {
    private static final Pattern ID = Pattern.compile(
            "(?i)^<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:@[^@\\s]{1,255})?$");

    private final ReturnAddresses addresses;

    Attribution(ReturnAddresses addresses) {
        this.addresses = addresses;
    }

    /** The mail whose token an address carries, if it is one to which anything may come back. */
    Optional<ReturnAddresses.Returned> token(String address) {
        return addresses.read(address).filter(returned -> returned.purpose() != Purpose.UNSUBSCRIBE);
    }

    /** The mail that the traces lead to; tokens first, as nobody can make them up. That there is such a mail is not known yet. */
    Optional<UUID> of(Traces traces) {
        for (var address : traces.addresses()) {
            var returned = token(address);
            if (returned.isPresent()) {
                return returned.map(ReturnAddresses.Returned::mail);
            }
        }
        var envelope = Optional.ofNullable(traces.envelopeId());
        var byEnvelope = envelope.flatMap(this::token)
                .map(ReturnAddresses.Returned::mail)
                .or(() -> envelope.flatMap(Attribution::id));
        return byEnvelope.or(() -> traces.messageIds().stream()
                .flatMap(messageId -> id(messageId).stream())
                .findFirst());
    }

    private static Optional<UUID> id(String text) {
        var id = ID.matcher(text.strip());
        return id.matches() ? Optional.of(UUID.fromString(id.group(1))) : Optional.empty();
    }
}
