package org.centrallobby.letter.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All campaigns. What an organisation may see of them it gets with its own id, never by the campaign's alone. */
@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {
    /** The campaign that the public knows by this slug: live, paused or closed, never a draft. */
    public Optional<Campaign> published(String slug) {
        return find("slug = ?1 and state <> ?2", slug, CampaignState.DRAFT).firstResultOptional();
    }
}
