package org.centrallobby.letter.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A content that a campaign has or had: which words supporters were offered when can be shown afterwards. */
@Entity
class CampaignVersion {
    @Embeddable
    record Key(UUID campaign, int version) {}

    @EmbeddedId
    private Key key;

    @Convert(converter = ContentColumn.class)
    private CampaignContent content;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected CampaignVersion() {}

    CampaignVersion(UUID campaign, int version, CampaignContent content, Instant now) {
        this.key = new Key(campaign, version);
        this.content = content;
        this.createdAt = now;
    }
}
