package org.centrallobby.lookup.dataset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The content of a part in the form of {@link PartForm}. Deleted when no release that one can go back to needs it. */
@Entity
class PartBytes {
    @Id
    private UUID versionId;

    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected PartBytes() {}

    PartBytes(UUID versionId, byte[] content) {
        this.versionId = versionId;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
