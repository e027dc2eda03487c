package org.centrallobby.letter.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Cursor;

/** All campaigns. What an organisation may see of them it gets with its own id, never by the campaign's alone. */
@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {
    private static final Pattern SLUG = Pattern.compile(Words.SLUG);

    /** The campaign that the public knows by this slug: live, paused or closed, never a draft. */
    public Optional<Campaign> published(String slug) {
        // What cannot be a slug is not looked for: the database would stumble over some of it.
        return SLUG.matcher(slug).matches()
                ? find("slug = ?1 and state <> ?2", slug, CampaignState.DRAFT).firstResultOptional()
                : Optional.empty();
    }

    /**
     * The campaign, if it is this tenant's. Here and nowhere else an organisation's programs get at a campaign by its id;
     * another's does not exist for them.
     */
    public Campaign ownedBy(Tenant tenant, UUID campaign) {
        return find("id = ?1 and organisation = ?2 and mode = ?3", campaign, tenant.organisation(), tenant.mode())
                .firstResultOptional()
                .orElseThrow(Campaigns::unknown);
    }

    /** The same, for a change: whoever else wants to change it waits for the end of this transaction. */
    Campaign lockedOf(Tenant tenant, UUID campaign) {
        return find("id = ?1 and organisation = ?2 and mode = ?3", campaign, tenant.organisation(), tenant.mode())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Campaigns::unknown);
    }

    /** The newest first. */
    List<Campaign> page(Tenant tenant, Optional<Cursor> after, int count) {
        var own = Parameters.with("organisation", tenant.organisation()).and("mode", tenant.mode());
        return after.map(cursor -> find(
                        "organisation = :organisation and mode = :mode and id < :after order by id desc",
                        own.and("after", cursor.after())))
                .orElseGet(() -> find("organisation = :organisation and mode = :mode order by id desc", own))
                .page(0, count)
                .list();
    }

    boolean slugTaken(String slug) {
        return count("slug", slug) > 0;
    }

    /** Whether pages of this origin may use the published campaign with this slug; false where there is none. */
    boolean allows(String slug, String origin) {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (select 1 from campaign c join organisation o on o.id = c.organisation
                        where c.slug = ?1 and c.state <> 'DRAFT' and o.allowed_origins @> array[cast(?2 as text)])
                        """)
                .setParameter(1, slug)
                .setParameter(2, origin)
                .getSingleResult();
    }

    /** Keeps the words that the campaign has now under their version. */
    void keepTemplate(Campaign campaign) {
        getEntityManager()
                .persist(new CampaignTemplate(
                        campaign.id(), campaign.templateVersion(), campaign.template(), campaign.updatedAt()));
    }

    private static Failure unknown() {
        return new Failure(ProblemType.NOT_FOUND, "Your organisation has no campaign with this id.");
    }
}
