package org.centrallobby.letter.share;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.PublicAddress;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.platform.RetentionConfig;
import org.centrallobby.letter.platform.ShownFor;
import org.centrallobby.letter.platform.StatisticsConfig;
import org.centrallobby.letter.privacy.ForgetsInTime;
import org.centrallobby.letter.privacy.RetentionClock;
import org.jspecify.annotations.Nullable;

/** The personal links of all campaigns, and the letters that came over them. */
@ApplicationScoped
public class PersonalLinks implements PanacheRepositoryBase<PersonalLink, String>, ForgetsInTime {
    /** As the public count has it: somebody stands by it, and it was neither taken back nor given up nor found to be nobody's. */
    private static final String STANDS =
            "l.confirmed_at is not null and l.state not in ('RECALLED', 'FAILED') and l.invalidated_at is null";

    private static final String INVITED = "l.campaign = p.campaign and l.invited_by = p.code and " + STANDS;

    private final PublicAddress address;
    private final RetentionConfig retention;
    private final InstantSource clock;
    private final ShownFor<ShareCode, Optional<Long>> shown;

    PersonalLinks(PublicAddress address, RetentionConfig retention, StatisticsConfig statistics, InstantSource clock) {
        this.address = address;
        this.retention = retention;
        this.clock = clock;
        this.shown = new ShownFor<>(statistics);
    }

    /**
     * A link as its owner sees it.
     *
     * @param url to share
     * @param friends letters that came over it and count
     */
    public record Shared(String url, long friends) {}

    /**
     * What personal links do for a campaign, as far as they are still known.
     *
     * @param letters that came over one and count
     * @param links over which they came
     */
    public record Reach(long letters, long links) {}

    /**
     * Makes a link.
     *
     * @param letter null where none was kept: the link works all the same
     * @return its address
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String open(Campaign campaign, @Nullable UUID letter) {
        var code = ShareCode.random();
        persist(new PersonalLink(code, campaign.id(), letter, clock.instant()));
        return url(campaign.slug(), code.value());
    }

    /**
     * The code by which a letter was invited.
     *
     * @param typed what the letter came with; what is no code of the campaign's is none
     * @param person the key of whoever writes: nobody invites themselves
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public @Nullable String inviting(UUID campaign, @Nullable String typed, String person) {
        return ShareCode.read(typed)
                .flatMap(code -> first("""
                        select p.code as code from personal_link p left join letter l on l.id = p.letter
                        where p.code = ?1 and p.campaign = ?2 and l.person is distinct from ?3""", code.value(), campaign, person))
                .map(row -> row.get("code", String.class))
                .orElse(null);
    }

    /** The link of a letter's writer; empty once it is forgotten. */
    @Transactional
    public Optional<Shared> ofLetter(UUID letter) {
        return first("""
                        select p.code as code, c.slug as slug, (select count(*) from letter l where %s) as friends
                        from personal_link p join campaign c on c.id = p.campaign where p.letter = ?1""".formatted(INVITED), letter)
                .map(row -> new Shared(
                        url(row.get("slug", String.class), row.get("code", String.class)), number(row, "friends")));
    }

    /** How many letters came over the link with this code and count, exact to a second; empty where there is no such link. */
    @Transactional
    public Optional<Long> friends(String typed) {
        return ShareCode.read(typed).flatMap(code -> shown.of(code, () -> counted(code)));
    }

    /** What personal links have done for a campaign. */
    @Transactional
    public Reach reach(UUID campaign) {
        return first("""
                        select count(*) as letters, count(distinct l.invited_by) as links from letter l
                        where l.campaign = ?1 and l.invited_by is not null and %s""".formatted(STANDS), campaign)
                .map(row -> new Reach(number(row, "letters"), number(row, "links")))
                .orElseThrow();
    }

    /** Of how many of these letters a link is kept. */
    public long count(Collection<UUID> letters) {
        return count("letter in ?1", letters);
    }

    /** Forgets the link of a letter's writer, and of the letters that came over it that they did; they stay. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID letter) {
        find("letter", letter).firstResultOptional().ifPresent(link -> forget(List.of(link)));
    }

    @Override
    public List<RetentionClock> clocks() {
        return List.of(new RetentionClock(
                "identity",
                "Personal links and who came over whose, from when a link was made",
                retention.identity(),
                this::forget));
    }

    private Optional<Long> counted(ShareCode code) {
        return first("""
                        select (select count(*) from letter l where %s) as friends
                        from personal_link p where p.code = ?1""".formatted(INVITED), code.value()).map(row -> number(row, "friends"));
    }

    private List<Tenant> forget(Instant before, int limit) {
        var old = find("madeAt <= ?1 order by madeAt", before).page(0, limit).list();
        return forget(old);
    }

    private List<Tenant> forget(List<PersonalLink> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        flush();
        var codes = links.stream().map(PersonalLink::code).toList();
        getEntityManager().createNativeQuery("""
                        update letter l set invited_by = null from personal_link p
                        where p.code in (?1) and l.campaign = p.campaign and l.invited_by = p.code""").setParameter(1, codes).executeUpdate();
        return getEntityManager().createNativeQuery("""
                        delete from personal_link p using campaign c where c.id = p.campaign and p.code in (?1)
                        returning c.organisation as organisation, c.mode as mode""", Tuple.class).setParameter(1, codes).getResultList().stream()
                .map(row ->
                        new Tenant(((Tuple) row).get(0, UUID.class), Mode.valueOf(((Tuple) row).get(1, String.class))))
                .toList();
    }

    private Optional<Tuple> first(String sql, Object... values) {
        var query = getEntityManager().createNativeQuery(sql, Tuple.class);
        for (var place = 0; place < values.length; place++) {
            query.setParameter(place + 1, values[place]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst();
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }

    private String url(String slug, String code) {
        return address.campaign(slug) + "?from=" + code;
    }
}
