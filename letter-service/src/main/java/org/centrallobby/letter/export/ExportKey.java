package org.centrallobby.letter.export;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;

/** The public key to which an organisation's exports are encrypted. */
@Entity
class ExportKey {
    /** A test key's exports have a key of their own: it can't be used to change how live supporters leave. */
    @Embeddable
    record Of(
            UUID organisation, @Enumerated(EnumType.STRING) Mode mode) implements Serializable {
        static Of tenant(Tenant tenant) {
            return new Of(tenant.organisation(), tenant.mode());
        }
    }

    @EmbeddedId
    private Of id;

    private String publicKey;
    private boolean encryptedOnly;
    private Instant registeredAt;

    @SuppressWarnings("NullAway.Init")
    protected ExportKey() {}

    ExportKey(Tenant tenant, AgeRecipient recipient, boolean encryptedOnly, Instant now) {
        this.id = Of.tenant(tenant);
        this.publicKey = recipient.text();
        this.encryptedOnly = encryptedOnly;
        this.registeredAt = now;
    }

    AgeRecipient recipient() {
        return new AgeRecipient(publicKey);
    }

    /** Whether supporters leave in no other way. */
    boolean encryptedOnly() {
        return encryptedOnly;
    }

    Instant registeredAt() {
        return registeredAt;
    }
}
