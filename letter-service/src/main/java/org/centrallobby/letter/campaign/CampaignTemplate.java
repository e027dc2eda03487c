package org.centrallobby.letter.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.message.LetterTemplate;

/** A template that a campaign has or had: which words supporters were offered when can be shown afterwards. */
@Entity
class CampaignTemplate {
    @Embeddable
    record Key(UUID campaign, int version) {}

    @EmbeddedId
    private Key key;

    private String subject;
    private String body;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected CampaignTemplate() {}

    CampaignTemplate(UUID campaign, int version, LetterTemplate template, Instant now) {
        this.key = new Key(campaign, version);
        this.subject = template.subject();
        this.body = template.body();
        this.createdAt = now;
    }
}
