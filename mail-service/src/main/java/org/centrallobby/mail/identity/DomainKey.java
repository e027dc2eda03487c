package org.centrallobby.mail.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A DKIM key of an organisation's domain. */
@Entity
@Table(name = "domain_key")
class DomainKey {
    /** What a key is used for. */
    enum Use {
        /** It signs. */
        ACTIVE,
        /** It will sign after the next rotation; its record is published already. */
        NEXT,
        /** It signed; what it signed is still on its way, perhaps. */
        RETIRED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private UUID id;

    private UUID domainId;
    private String selector;
    private String algorithm;
    private String use;
    private String publicKey;
    private byte @Nullable [] sealed;
    private Instant createdAt;
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected DomainKey() {}

    DomainKey(
            UUID id,
            UUID domainId,
            String selector,
            DkimAlgorithm algorithm,
            Use use,
            String publicKey,
            byte[] sealed,
            Instant now) {
        this.id = id;
        this.domainId = domainId;
        this.selector = selector;
        this.algorithm = algorithm.keyType();
        this.use = use.word();
        this.publicKey = publicKey;
        this.sealed = sealed;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String selector() {
        return selector;
    }

    DkimAlgorithm algorithm() {
        return DkimAlgorithm.valueOf(algorithm.toUpperCase(Locale.ROOT));
    }

    Use use() {
        return Use.valueOf(use.toUpperCase(Locale.ROOT));
    }

    /** The private key, sealed; only of one that is not retired. */
    byte[] sealed() {
        return Objects.requireNonNull(sealed);
    }

    /** The record's value (RFC 6376, section 3.6.1). */
    String recordValue() {
        return "v=DKIM1; k=%s; p=%s".formatted(algorithm, publicKey);
    }

    void activate() {
        use = Use.ACTIVE.word();
    }

    void retire(Instant now) {
        use = Use.RETIRED.word();
        sealed = null;
        retiredAt = now;
    }
}
