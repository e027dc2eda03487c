package org.centrallobby.letter.confirmation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.letter.Token;

@ApplicationScoped
class ConfirmationLinks implements PanacheRepositoryBase<ConfirmationLink, String> {
    Optional<UUID> letterOf(String token) {
        return findByIdOptional(new Token(token).hash()).map(ConfirmationLink::letter);
    }

    /** A new token for a letter's page. */
    Token open(UUID letter) {
        var token = Token.random();
        persist(new ConfirmationLink(token, letter));
        return token;
    }
}
