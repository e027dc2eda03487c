package org.centrallobby.letter.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
     * The campaign, if it is this organisation's. Here and nowhere else an organisation's programs get at a campaign by its
     * id; another's does not exist for them.
     */
    public Campaign ownedBy(UUID organisation, UUID campaign) {
        return find("id = ?1 and organisation = ?2", campaign, organisation)
                .firstResultOptional()
                .orElseThrow(Campaigns::unknown);
    }

    /** The same, for a change: whoever else wants to change it waits for the end of this transaction. */
    Campaign lockedOf(UUID organisation, UUID campaign) {
        return find("id = ?1 and organisation = ?2", campaign, organisation)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Campaigns::unknown);
    }

    /** The newest first. */
    List<Campaign> page(UUID organisation, Optional<Cursor> after, int count) {
        return after.map(cursor -> find(
                        "organisation = :organisation and id < :after order by id desc",
                        Parameters.with("organisation", organisation).and("after", cursor.after())))
                .orElseGet(() -> find("organisation = ?1 order by id desc", organisation))
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
