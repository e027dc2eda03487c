package org.centrallobby.lookup.dataset;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.lookup.postcode.PostcodeIndex;
import org.centrallobby.lookup.postcode.PostcodeIndexFile;

/** Which data were loaded, and the index made of the newest postcodes. */
@ApplicationScoped
class DatasetVersions implements PanacheRepositoryBase<DatasetVersion, UUID> {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    /** One number for all replicas; it only has to differ from those of the service's other locks. */
    private static final long LOCK = 0x6461_7461_7365_7401L;

    private final InstantSource clock;

    DatasetVersions(InstantSource clock) {
        this.clock = clock;
    }

    /** Waits until no other replica imports; the lock ends with the transaction. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** What of a kind was loaded last. */
    Optional<DatasetVersion> newest(DatasetKind kind) {
        return find("kind = ?1 order by loadedAt desc, id desc", kind).firstResultOptional();
    }

    /** Keeps that these data were loaded. */
    DatasetVersion add(DatasetKind kind, List<Source> sources, String sha256, int records) {
        var version =
                new DatasetVersion(IDS.generate(), kind, Sources.labels(sources), sha256, records, clock.instant());
        persist(version);
        return version;
    }

    /** Keeps the index of a version, in the place of all earlier ones. */
    void keep(DatasetVersion version, PostcodeIndex index) {
        flush();
        getEntityManager().createQuery("delete from PostcodeSnapshot").executeUpdate();
        getEntityManager().persist(new PostcodeSnapshot(version.id(), PostcodeIndexFile.write(index)));
    }

    /** The index of a version. */
    Optional<PostcodeIndex> index(DatasetVersion version) {
        return Optional.ofNullable(getEntityManager().find(PostcodeSnapshot.class, version.id()))
                .map(snapshot -> PostcodeIndexFile.read(snapshot.content()));
    }
}
