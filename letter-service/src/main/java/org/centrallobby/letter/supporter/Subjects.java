package org.centrallobby.letter.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.privacy.Subject;
import org.jspecify.annotations.Nullable;

/** Makes of an address what a tenant's things are searched by: a hash for each campaign, as none holds for two of them. */
@ApplicationScoped
public class Subjects {
    private final Campaigns campaigns;

    Subjects(Campaigns campaigns) {
        this.campaigns = campaigns;
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
