package org.centrallobby.letter.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.jspecify.annotations.Nullable;

/** What an organisation asks supporters to write to their MPs about. */
@Entity
public class Campaign {
    @Id
    private UUID id;

    @Version
    private int version;

    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Enumerated(EnumType.STRING)
    private CampaignState state;

    private String slug;
    private String title;
    private String language;
    private String introduction;
    private int goal;
    private @Nullable String consentWording;
    private @Nullable String shareText;

    @Enumerated(EnumType.STRING)
    private WhenSeatVacant whenSeatVacant;

    private String templateSubject;
    private String templateBody;
    private int templateVersion;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    Campaign(UUID id, Tenant tenant, CampaignContent content, Instant now) {
        this.id = id;
        this.organisation = tenant.organisation();
        this.mode = tenant.mode();
        this.state = CampaignState.DRAFT;
        this.templateVersion = 1;
        this.createdAt = now;
        this.slug = content.slug();
        this.title = content.title();
        this.language = content.language();
        this.introduction = content.introduction();
        this.goal = content.goal();
        this.consentWording = content.consentWording();
        this.shareText = content.shareText();
        this.whenSeatVacant = content.whenSeatVacant();
        this.templateSubject = content.template().subject();
        this.templateBody = content.template().body();
        this.updatedAt = now;
    }

    /** Takes over the content; a template with other words is a new version of it. */
    void change(CampaignContent content, Instant now) {
        if (!content.template().equals(template())) {
            templateVersion++;
        }
        slug = content.slug();
        title = content.title();
        language = content.language();
        introduction = content.introduction();
        goal = content.goal();
        consentWording = content.consentWording();
        shareText = content.shareText();
        whenSeatVacant = content.whenSeatVacant();
        templateSubject = content.template().subject();
        templateBody = content.template().body();
        updatedAt = now;
    }

    /** Takes the step where it is legal. */
    void take(CampaignLifecycle.Step step, Instant now) {
        state = CampaignLifecycle.next(state, step);
        updatedAt = now;
        if (step == CampaignLifecycle.Step.PUBLISH) {
            publishedAt = now;
        }
    }

    CampaignContent content() {
        return new CampaignContent(
                slug, title, language, introduction, template(), consentWording, shareText, goal, whenSeatVacant);
    }

    public UUID id() {
        return id;
    }

    /** Counts the changes; the {@code ETag} is made of it. */
    int version() {
        return version;
    }

    /** The id of the organisation that runs it. */
    public UUID organisation() {
        return organisation;
    }

    /** A campaign in test mode is made with a test key; its letters go to their own writers. */
    public Mode mode() {
        return mode;
    }

    public CampaignState state() {
        return state;
    }

    /** Its name in addresses, unique on the platform and fixed once it has been published. */
    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** The language of its words, {@code en} or {@code cy}. */
    public String language() {
        return language;
    }

    /** Plain text for supporters; a blank line ends a paragraph. */
    public String introduction() {
        return introduction;
    }

    /** How many confirmed letters it hopes for, at least 1. */
    public int goal() {
        return goal;
    }

    /** What a supporter agrees to by ticking the box; null where the organisation asks for nothing. */
    public @Nullable String consentWording() {
        return consentWording;
    }

    /** What a supporter's post about the campaign begins with; the title where the organisation wrote nothing. */
    public String shareText() {
        return shareText == null ? title : shareText;
    }

    public WhenSeatVacant whenSeatVacant() {
        return whenSeatVacant;
    }

    public LetterTemplate template() {
        return new LetterTemplate(templateSubject, templateBody);
    }

    /** Which of its templates is the present one, counted from 1. */
    public int templateVersion() {
        return templateVersion;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** When it was first published; null for a draft. */
    @Nullable Instant publishedAt() {
        return publishedAt;
    }
}
