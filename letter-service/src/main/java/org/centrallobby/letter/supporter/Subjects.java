package org.centrallobby.letter.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.privacy.Subject;
import org.jspecify.annotations.Nullable;

/** Makes of an address what a tenant's things are searched by: a hash for each campaign, as none holds for two of them. */
@ApplicationScoped
public class Subjects {
    private final Campaigns campaigns;
    private final EntityManager database;

    Subjects(Campaigns campaigns, EntityManager database) {
        this.campaigns = campaigns;
        this.database = database;
    }

    /**
     * A tenant that may hold something on anybody, as it has a campaign, or people from elsewhere.
     *
     * @param name its organisation's
     */
    record Holder(Tenant tenant, String name) {}

    /** All of these. No entities: a session that holds thousands compares each of them before every query. */
    List<Holder> holders() {
        List<?> rows = database.createNativeQuery("""
                        select o.id, held.mode, o.name
                        from (select organisation, mode from campaign union select organisation, mode from supporter) held
                            join organisation o on o.id = held.organisation
                        order by o.id, held.mode""").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Holder(new Tenant((UUID) row[0], Mode.valueOf((String) row[1])), (String) row[2]))
                .toList();
    }

    /** @param name null for all who read the mailbox */
    public Subject of(Tenant tenant, EmailAddress email, @Nullable String name) {
        return new Subject(
                tenant,
                inEach(tenant, id -> Person.of(id, email, "").mailbox()),
                name == null
                        ? Set.of()
                        : inEach(tenant, id -> Person.of(id, email, name).key()),
                email.canonical(),
                name);
    }

    /** With the organisation's own id among the campaigns': a query's list is then never empty. */
    private Set<String> inEach(Tenant tenant, Function<UUID, String> hash) {
        return Stream.concat(Stream.of(tenant.organisation()), campaigns.idsOf(tenant).stream())
                .map(hash)
                .collect(Collectors.toSet());
    }
}
