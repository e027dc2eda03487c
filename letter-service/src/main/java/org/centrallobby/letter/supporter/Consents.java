package org.centrallobby.letter.supporter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The evidence of who agreed to what. */
@ApplicationScoped
public class Consents implements PanacheRepositoryBase<Consent, UUID> {
    /** Records a choice, now that the address behind it has proved to be the supporter's. */
    public void record(
            UUID letter,
            UUID campaign,
            UUID organisation,
            ConsentChoice choice,
            String name,
            String email,
            Instant now) {
        persist(new Consent(letter, campaign, organisation, choice, name, email, now));
    }
}
