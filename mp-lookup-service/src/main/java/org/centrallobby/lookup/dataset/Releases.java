package org.centrallobby.lookup.dataset;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All releases, and the parts they are made of. */
@ApplicationScoped
class Releases implements PanacheRepositoryBase<Release, Long> {
    /** So many releases one can go back through. */
    static final int KEPT = 5;

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final PartForm form;
    private final InstantSource clock;

    Releases(PartForm form, InstantSource clock) {
        this.form = form;
        this.clock = clock;
    }

    /** Waits until no other replica decides about a release; the lock ends with the transaction. */
    void lock() {
        Turn.RELEASES.await(getEntityManager());
    }

    /** The one that was decided last. It may be about to serve. */
    Optional<Release> newest() {
        return find("order by id desc").firstResultOptional();
    }

    /** The number of the newest, 0 if there is none: cheap enough to be asked for all the time. */
    long newestId() {
        return getEntityManager()
                .createQuery("select coalesce(max(r.id), 0) from Release r", Long.class)
                .getSingleResult();
    }

    /** Those behind an id, newest first. */
    List<Release> before(long id, int limit) {
        return find("id < ?1 order by id desc", id).page(Page.ofSize(limit)).list();
    }

    /** The one that served at a moment. */
    Optional<Release> at(Instant moment) {
        return find("servesFrom <= ?1 order by servesFrom desc, id desc", moment)
                .firstResultOptional();
    }

    /** The one that took a release's place; empty if none has. */
    Optional<Release> after(Release release) {
        return find("id > ?1 order by id", release.id()).firstResultOptional();
    }

    Release add(Release release) {
        persist(release);
        return release;
    }

    /** Keeps a part; the digest is that of the content. */
    PartVersion keep(ReadPart read, String source, byte[] content, String sha256, boolean sample) {
        var version = new PartVersion(
                IDS.generate(), read.part(), source, sha256, read.content().records(), sample, clock.instant());
        getEntityManager().persist(version);
        getEntityManager().persist(new PartBytes(version.id(), content));
        return version;
    }

    /** The parts of releases, by their ids. */
    Map<UUID, PartVersion> versions(List<Release> releases) {
        var ids = releases.stream()
                .flatMap(release -> release.parts().values().stream())
                .distinct()
                .toList();
        return getEntityManager()
                .createQuery("from PartVersion v where v.id in :ids", PartVersion.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(PartVersion::id, version -> version));
    }

    /** What a part holds; empty if it was forgotten, or kept by another version of the service in another form. */
    Optional<PartContent> content(Part part, UUID version) {
        try {
            return Optional.ofNullable(getEntityManager().find(PartBytes.class, version))
                    .map(bytes -> form.read(part, bytes.content()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Forgets the content of parts that only older releases are made of; that there were such parts stays known. */
    void forgetOldContent() {
        getEntityManager().createNativeQuery("""
                        delete from part_bytes b where not exists (
                            select from release_part p
                            where p.version_id = b.version_id
                              and p.release_id in (select id from release order by id desc limit :kept))""").setParameter("kept", KEPT).executeUpdate();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
