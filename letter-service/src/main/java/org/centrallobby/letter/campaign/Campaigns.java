package org.centrallobby.letter.campaign;

import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centrallobby.letter.organisation.Owned;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Cursor;

/** All campaigns. What an organisation may see of them it gets with its own id, never by the campaign's alone. */
@ApplicationScoped
public class Campaigns implements Owned<Campaign> {
    private static final Pattern SLUG = Pattern.compile(Words.SLUG);
    /** Literals: a list of parameters would have its query put together anew each time. */
    private static final String UNSEEN = "org.centrallobby.letter.campaign.CampaignState.DRAFT,"
            + " org.centrallobby.letter.campaign.CampaignState.SCHEDULED";

    @Override
    public String noun() {
        return "campaign";
    }

    /** The campaign that the public knows by this slug: live, paused or closed, never a draft or one whose time has not come. */
    public Optional<Campaign> published(String slug) {
        // What cannot be a slug is not looked for: the database would stumble over some of it.
        return SLUG.matcher(slug).matches()
                ? find("slug = ?1 and state not in (" + UNSEEN + ")", slug).firstResultOptional()
                : Optional.empty();
    }

    /**
     * The same.
     *
     * @throws Failure where the public knows none by this slug
     */
    public Campaign publishedAs(String slug) {
        return published(slug).orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no such campaign."));
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

    /** The ids of all campaigns of a tenant, drafts too. */
    public List<UUID> idsOf(Tenant tenant) {
        return getEntityManager()
                .createQuery("select id from Campaign where organisation = ?1 and mode = ?2", UUID.class)
                .setParameter(1, tenant.organisation())
                .setParameter(2, tenant.mode())
                .getResultList();
    }

    boolean slugTaken(String slug) {
        return count("slug", slug) > 0;
    }

    /** Whether pages of this origin may use the published campaign with this slug; false where there is none. */
    boolean allows(String slug, String origin) {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (select 1 from campaign c join organisation o on o.id = c.organisation
                        where c.slug = ?1 and c.state not in ('DRAFT', 'SCHEDULED') and o.allowed_origins @> array[cast(?2 as text)])
                        """)
                .setParameter(1, slug)
                .setParameter(2, origin)
                .getSingleResult();
    }

    /** Keeps the content that the campaign has now under its version. */
    void keepContent(Campaign campaign) {
        getEntityManager()
                .persist(new CampaignVersion(
                        campaign.id(), campaign.contentVersion(), campaign.content(), campaign.updatedAt()));
    }

    /** Campaigns whose time to open has come; locked. */
    List<UUID> toOpen(Instant now, int count) {
        return due("state in ?1 and opensAt <= ?2", List.of(CampaignState.SCHEDULED), now, count);
    }

    /** Campaigns whose time to close has come; locked. */
    List<UUID> toClose(Instant now, int count) {
        return due("state in ?1 and closesAt <= ?2", List.of(CampaignState.LIVE, CampaignState.PAUSED), now, count);
    }

    private List<UUID> due(String condition, List<CampaignState> states, Instant now, int count) {
        return find(condition, states, now).withLock(LockModeType.PESSIMISTIC_WRITE).page(0, count).stream()
                .map(Campaign::id)
                .toList();
    }
}
