package org.centrallobby.lookup.dataset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The index made of a version's postcodes. */
@Entity
class PostcodeSnapshot {
    @Id
    private UUID versionId;

    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected PostcodeSnapshot() {}

    PostcodeSnapshot(UUID versionId, byte[] content) {
        this.versionId = versionId;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
