package org.centrallobby.letter.supporter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;

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

    /** Takes back what was given with this address in the tenant's campaigns; how many stood. */
    public int withdraw(Tenant tenant, EmailAddress email, Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        update consent k set withdrawn_at = ?1, name = null, email = null from campaign c
                        where c.id = k.campaign and k.organisation = ?2 and c.mode = ?3 and lower(k.email) = ?4
                          and k.given and k.withdrawn_at is null""")
                .setParameter(1, now)
                .setParameter(2, tenant.organisation())
                .setParameter(3, tenant.mode().name())
                .setParameter(4, email.value().toLowerCase(Locale.ROOT))
                .executeUpdate();
    }
}
