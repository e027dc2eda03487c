package org.centrallobby.letter.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever runs campaigns here: the controller of its supporters' data. */
@Entity
public class Organisation {
    @Id
    private UUID id;

    @Version
    private int version;

    private String name;

    @Enumerated(EnumType.STRING)
    private LegalType legalType;

    private String replyContact;
    private String imprint;
    private String privacyUrl;
    private @Nullable String sendingName;
    private @Nullable String sendingDomain;
    private List<String> allowedOrigins;
    private List<String> languages;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    Organisation(UUID id, OrganisationProfile profile, Instant now) {
        this.id = id;
        this.name = profile.name();
        this.legalType = profile.legalType();
        this.replyContact = profile.replyContact();
        this.imprint = profile.imprint();
        this.privacyUrl = profile.privacyUrl();
        this.sendingName = profile.sendingIdentity().name();
        this.sendingDomain = profile.sendingIdentity().domain();
        this.allowedOrigins = profile.allowedOrigins();
        this.languages = profile.languages();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over what the profile says. */
    void change(OrganisationProfile profile, Instant now) {
        this.name = profile.name();
        this.legalType = profile.legalType();
        this.replyContact = profile.replyContact();
        this.imprint = profile.imprint();
        this.privacyUrl = profile.privacyUrl();
        this.sendingName = profile.sendingIdentity().name();
        this.sendingDomain = profile.sendingIdentity().domain();
        this.allowedOrigins = profile.allowedOrigins();
        this.languages = profile.languages();
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    public String name() {
        return name;
    }

    public LegalType legalType() {
        return legalType;
    }

    /** The e-mail address where the organisation answers people who write about a campaign; not shown in letters. */
    public String replyContact() {
        return replyContact;
    }

    /** Who is responsible, with an address, as electoral law asks of campaign material; plain text. */
    public String imprint() {
        return imprint;
    }

    /** Where the organisation says what it does with supporters' data, an https address. */
    public String privacyUrl() {
        return privacyUrl;
    }

    /** As it was given; {@link #senderName} says what stands in a mail. */
    SendingIdentity sendingIdentity() {
        return new SendingIdentity(sendingName, sendingDomain);
    }

    /** The name in From of what is written to its supporters. */
    public String senderName() {
        return sendingName == null ? name : sendingName;
    }

    /** Its own domain for From, which the mail-service may not know yet; null for the platform's. */
    public @Nullable String sendingDomain() {
        return sendingDomain;
    }

    /** The origins whose pages may embed this organisation's campaigns, for instance {@code https://www.example.org}. */
    public List<String> allowedOrigins() {
        return List.copyOf(allowedOrigins);
    }

    /** The languages it campaigns in, as BCP 47 codes: {@code en}, {@code cy}. */
    public List<String> languages() {
        return List.copyOf(languages);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
