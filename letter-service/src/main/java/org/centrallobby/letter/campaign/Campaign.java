package org.centrallobby.letter.campaign;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.MessageRules;
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

    @Convert(converter = ContentColumn.class)
    private CampaignContent content;

    private int contentVersion;
    private @Nullable Instant opensAt;
    private @Nullable Instant closesAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;

    private @Nullable String endingText;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    Campaign(UUID id, Tenant tenant, String slug, CampaignContent content, Schedule schedule, Instant now) {
        this.id = id;
        this.organisation = tenant.organisation();
        this.mode = tenant.mode();
        this.state = CampaignState.DRAFT;
        this.slug = slug;
        this.content = content;
        this.contentVersion = 1;
        this.opensAt = schedule.opensAt();
        this.closesAt = schedule.closesAt();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over what was decided; another content is a new version of it. */
    void change(String slug, CampaignContent content, Schedule schedule, Instant now) {
        if (!content.equals(this.content)) {
            contentVersion++;
        }
        this.slug = slug;
        this.content = content;
        this.opensAt = schedule.opensAt();
        this.closesAt = schedule.closesAt();
        this.updatedAt = now;
    }

    /** Takes the step where it is legal. */
    void take(CampaignLifecycle.Step step, Instant now) {
        state = CampaignLifecycle.next(state, step);
        updatedAt = now;
        if (state == CampaignState.LIVE && publishedAt == null) {
            publishedAt = now;
        }
    }

    /** Says how it ended, beside the step. */
    void end(Ending ending, @Nullable String text) {
        this.ending = ending;
        this.endingText = text;
    }

    CampaignContent content() {
        return content;
    }

    /** Which of its contents is the present one, counted from 1. */
    public int contentVersion() {
        return contentVersion;
    }

    Schedule schedule() {
        return new Schedule(opensAt, closesAt);
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

    /** Whether it takes letters at this moment: its schedule counts to the second, whenever its clock was last looked at. */
    public boolean isOpen(Instant now) {
        return state == CampaignState.LIVE && (closesAt == null || now.isBefore(closesAt));
    }

    /** Its name in addresses, unique on the platform and fixed once it has been published. */
    public String slug() {
        return slug;
    }

    public String title() {
        return content.words().title();
    }

    /** The language of its words, {@code en} or {@code cy}. */
    public String language() {
        return content.language();
    }

    /** Every language that it has words in, its own first. */
    public List<String> languages() {
        return content.languages();
    }

    /** The language in which supporters read who ask for this one: it, where the campaign has words in it. */
    public String languageFor(@Nullable String wanted) {
        return content.languageFor(wanted);
    }

    /** The path of its page in a language, or in its own. */
    public String pageIn(@Nullable String language) {
        var shown = languageFor(language);
        return "/c/" + slug + (shown.equals(language()) ? "" : "?lang=" + shown);
    }

    /** The title in a language, or in the campaign's own. */
    public String titleIn(@Nullable String language) {
        return content.words(language).title();
    }

    /** Plain text for supporters in a language, or in the campaign's own; a blank line ends a paragraph. */
    public String introduction(@Nullable String language) {
        return content.words(language).introduction();
    }

    /** How many confirmed letters it hopes for, at least 1; it moves on as letters come in where the organisation wants that. */
    public long goal(long confirmed) {
        return Goal.shown(content.goal(), content.goalMoves(), confirmed);
    }

    /** What a supporter agrees to by ticking the box; null where the organisation asks for nothing. */
    public @Nullable String consentWording(@Nullable String language) {
        var own = content.words(language).consentWording();
        return own == null ? content.words().consentWording() : own;
    }

    /** What a supporter's post about the campaign begins with; the title where the organisation wrote nothing. */
    public String shareText(@Nullable String language) {
        var words = content.words(language);
        return words.shareText() == null ? words.title() : words.shareText();
    }

    public StepTexts texts(@Nullable String language) {
        return content.words(language).texts();
    }

    /** What posts about it show; null for nothing. */
    public @Nullable SharePicture sharePicture() {
        return content.sharePicture();
    }

    public WhenSeatVacant whenSeatVacant() {
        return content.whenSeatVacant();
    }

    /** Whether every letter needs a proof of work, however few there are. */
    public boolean alwaysNeedsProof() {
        return content.proofOfWork() == ProofOfWork.ALWAYS;
    }

    public OwnWords ownWords() {
        return content.ownWords();
    }

    /** Whether supporters' comments are shown. */
    public boolean comments() {
        return content.comments();
    }

    /** How much of their writers' names comments show. */
    public CommentNames commentNames() {
        return content.commentNames();
    }

    /** Whether supporters may send their letters from their own mailboxes. */
    public boolean ownMailbox() {
        return content.ownMailbox();
    }

    /** What decides which letter a seat gets. */
    public MessageRules rules() {
        return content.messageRules();
    }

    /** The letter with this name, null for the main one, in a language or in the campaign's own. */
    public LetterTemplate letter(@Nullable String name, @Nullable String language) {
        return content.words(language).letter(name);
    }

    /** What a supporter reads whose MP a rule excludes. */
    public String explanation(String rule, String otherwise, @Nullable String language) {
        return content.words(language).explanations().getOrDefault(rule, otherwise);
    }

    /** How it ended; null while it has not. */
    public @Nullable Ending ending() {
        return ending;
    }

    /** What the organisation says about the end; null for nothing. */
    public @Nullable String endingText() {
        return endingText;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** When it first took letters; null until then. */
    @Nullable Instant publishedAt() {
        return publishedAt;
    }
}
