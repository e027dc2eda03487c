package org.centrallobby.letter.letter;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.campaign.ConsentMode;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.similarity.Fingerprint;
import org.centrallobby.letter.similarity.WhenAlike;
import org.centrallobby.letter.supporter.ConsentChoice;
import org.centrallobby.letter.supporter.Person;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One supporter's letter to one member. It changes only under the lock of its row, see {@link Letters#locked}. A step writes
 * the few columns that it changes: a row of this size is much to send.
 */
@Entity
@DynamicUpdate
class Letter {
    @Id
    private UUID id;

    private UUID campaign;
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String constituency;
    private String constituencyName;
    private int member;
    private String memberName;
    private String salutation;
    private @Nullable String language;

    @Enumerated(EnumType.STRING)
    private LetterState state;

    private Instant stateSince;
    private @Nullable Instant deadline;
    private Instant writtenAt;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant erasedAt;
    private @Nullable String reason;
    private boolean bars;
    private @Nullable Instant recallAskedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RecallReason recallReason;

    private @Nullable Instant invalidatedAt;

    private String mailbox;
    private String person;
    private @Nullable String subject;
    private @Nullable String body;
    private @Nullable String text;

    @Embedded
    private @Nullable Writer writer;

    @Enumerated(EnumType.STRING)
    private @Nullable ConsentMode consentMode;

    private @Nullable String consentWording;
    private @Nullable Integer consentVersion;
    private @Nullable Boolean consentGiven;

    private @Nullable String site;
    private @Nullable String channel;
    private @Nullable String network;
    private short ownWords;
    private byte @Nullable [] fingerprint;
    private boolean needsPerson;

    @Enumerated(EnumType.STRING)
    private Way way;

    private @Nullable String invitedBy;
    private @Nullable UUID mail;
    private @Nullable String pageToken;

    @SuppressWarnings("NullAway.Init")
    protected Letter() {}

    /** @param invitedBy the code of the personal link that it came over; null where it came over none */
    Letter(UUID id, LetterDraft draft, @Nullable String invitedBy, Instant now) {
        this.id = id;
        this.campaign = draft.campaign().id();
        this.organisation = draft.campaign().organisation();
        this.mode = draft.campaign().mode();
        this.constituency = draft.addressee().constituency().code();
        this.constituencyName = draft.addressee().constituency().nameIn(draft.language());
        this.member = draft.addressee().member().id();
        this.memberName = draft.addressee().member().name();
        this.salutation = draft.addressee().member().salutation();
        this.language = draft.language();
        this.mailbox = draft.person().mailbox();
        this.person = draft.person().key();
        this.subject = draft.subject();
        this.body = draft.body();
        this.writer = draft.writer();
        this.writtenAt = now;
        this.site = draft.origin().site();
        this.channel = draft.origin().channel();
        this.network = draft.origin().network();
        this.ownWords = (short) draft.measured().ownWords();
        this.fingerprint = draft.measured().fingerprint().bytes();
        this.needsPerson = draft.measured().verdict() == WhenAlike.HOLD || isNamedLikeMember();
        var consent = draft.consent();
        if (consent != null) {
            this.consentMode = consent.mode();
            this.consentWording = consent.wording();
            this.consentVersion = consent.version();
            this.consentGiven = consent.given();
        }
        this.way = draft.way();
        this.invitedBy = invitedBy;
        this.state = way == Way.OWN_MAILBOX ? LetterState.AWAITING_SENDER : LetterState.AWAITING_CONFIRMATION;
        this.stateSince = now;
        this.deadline = deadlineOf(state, now);
    }

    /** Puts the letter into a state that {@link LetterSteps} has found to be legal. */
    void enter(LetterState next, Instant now, @Nullable String why) {
        state = next;
        stateSince = now;
        reason = why;
        deadline = deadlineOf(next, now);
        if ((next == LetterState.CONFIRMED || next == LetterState.SENT_BY_WRITER) && confirmedAt == null) {
            confirmedAt = now;
            bars = true;
        } else if (next == LetterState.RECALLED || (next == LetterState.FAILED && !isInDoubt())) {
            // The member never had it, so its writer may write again, unless the letter was found to be nobody's:
            // whoever made it up must not get another try by having been found out. What anybody can say in
            // anybody's name bars nobody.
            bars = invalidatedAt != null && way == Way.PLATFORM;
        }
    }

    /** The mail-service is asked not to send it; whether it still could, it will tell. */
    void askForRecall(RecallReason why, Instant now) {
        recallAskedAt = recallAskedAt == null ? now : recallAskedAt;
        recallReason = recallReason == RecallReason.INVALIDATED ? recallReason : why;
    }

    /** It is nobody's letter: it counts no longer. */
    void invalidate(Instant now) {
        invalidatedAt = now;
    }

    /** Its writer shall not write to this member in the campaign again. */
    void bar() {
        bars = true;
    }

    private static @Nullable Instant deadlineOf(LetterState state, Instant since) {
        return LetterLifecycle.deadline(state)
                .map(limit -> since.plus(limit.after()))
                .orElse(null);
    }

    /** The writer wants to hear nothing from the organisation after all. */
    void refuseConsent() {
        if (consentGiven != null) {
            consentGiven = false;
        }
    }

    /** Nothing but a person of the organisation lets it go. */
    void keepForPerson() {
        needsPerson = true;
    }

    /** A person of the organisation has let it go. */
    void approve() {
        needsPerson = false;
    }

    /** Turns the letter to whoever holds the seat now. */
    void address(int member, String name, String salutation) {
        this.member = member;
        this.memberName = name;
        this.salutation = salutation;
    }

    /** The letter has gone out as this mail with this text. */
    void dispatched(UUID mail, String text) {
        this.mail = mail;
        this.text = text;
    }

    /** The letter was given to its writer with this text. */
    void handedOver(String text) {
        this.text = text;
    }

    void showOn(String pageTokenHash) {
        this.pageToken = pageTokenHash;
    }

    /** Forgets what was written; who wrote to whom stays known for a while. */
    void eraseText(Instant now) {
        subject = null;
        body = null;
        fingerprint = null;
        text = null;
        erasedAt = now;
    }

    void forgetNetwork() {
        network = null;
    }

    /** Forgets everything that is somebody's; that there was a letter, to whom, and how it fared stays. */
    void eraseAll(Instant now) {
        if (erasedAt == null) {
            eraseText(now);
        }
        writer = null;
        mailbox = "";
        // Nobody's: the letter is like no other person's.
        person = id.toString();
        network = null;
        invitedBy = null;
        pageToken = null;
        consentVersion = null;
        bars = false;
        consentWording = null;
        consentMode = null;
        consentGiven = null;
    }

    UUID id() {
        return id;
    }

    UUID campaign() {
        return campaign;
    }

    UUID organisation() {
        return organisation;
    }

    Mode mode() {
        return mode;
    }

    String constituency() {
        return constituency;
    }

    String constituencyName() {
        return constituencyName;
    }

    int member() {
        return member;
    }

    String memberName() {
        return memberName;
    }

    String salutation() {
        return salutation;
    }

    /** In which its writer is spoken to; null for the campaign's own. */
    @Nullable String language() {
        return language;
    }

    LetterState state() {
        return state;
    }

    Instant stateSince() {
        return stateSince;
    }

    /** Why it came into its state, in one word or a reply's codes; null where there is nothing to say. */
    @Nullable String reason() {
        return reason;
    }

    /** Whether it was given up and may have arrived all the same. */
    boolean isInDoubt() {
        return LetterReports.IN_DOUBT.equals(reason);
    }

    /** Whether its writer may confirm no other letter to the member in this campaign. */
    boolean bars() {
        return bars;
    }

    /** When the mail-service was asked to take it back; null if it never was. */
    @Nullable Instant recallAskedAt() {
        return recallAskedAt;
    }

    /** Who asked for it back; null if nobody did. */
    @Nullable RecallReason recallReason() {
        return recallReason;
    }

    /** When it was found to be nobody's; null for a letter that counts. */
    @Nullable Instant invalidatedAt() {
        return invalidatedAt;
    }

    /** The mail that it went out as; null before that. */
    @Nullable UUID mail() {
        return mail;
    }

    /** When the state falls to another by itself; null for a state that waits for nothing. */
    @Nullable Instant deadline() {
        return deadline;
    }

    Way way() {
        return way;
    }

    /** Whether it came over somebody's personal link, as far as that is still known. */
    boolean isInvited() {
        return invitedBy != null;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    /** When its writer stood by it: confirmed it, or was first known to have sent it themselves; null before that. */
    @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    Person person() {
        return new Person(mailbox, person);
    }

    /** Host of the page on which it was written, for instance {@code www.example.org}; null where that is not known. */
    @Nullable String site() {
        return site;
    }

    /** How its writer came to the campaign, for instance {@code whatsapp}; null where the address did not say. */
    @Nullable String channel() {
        return channel;
    }

    /** The keyed hash of the network that it came from; null where that is not known, or not any more. */
    @Nullable String network() {
        return network;
    }

    /** How much of it stands in none of the organisation's words, 0 to 100 per cent. */
    int ownWords() {
        return ownWords;
    }

    /** Whether its writer has the name of the very member it goes to. */
    boolean isNamedLikeMember() {
        return writer != null && OwnMember.isNamed(writer.name(), memberName);
    }

    /** Whether a person of the organisation decides about it once it is confirmed. */
    @Nullable Fingerprint fingerprint() {
        return fingerprint == null ? null : Fingerprint.read(fingerprint);
    }

    boolean needsPerson() {
        return needsPerson;
    }

    /** Null once the text is erased. */
    @Nullable String subject() {
        return subject;
    }

    /** The supporter's words; null once they are erased. */
    @Nullable String body() {
        return body;
    }

    /** The whole letter as it went out; null before that and once it is erased. */
    @Nullable String text() {
        return text;
    }

    /** Null once the writer is forgotten. */
    @Nullable Writer writer() {
        return writer;
    }

    /** What the writer was asked beside the letter; null where nothing was. */
    @Nullable ConsentChoice consent() {
        return consentMode == null || consentWording == null || consentGiven == null
                ? null
                : new ConsentChoice(consentMode, consentWording, consentVersion, consentGiven, writtenAt);
    }
}
