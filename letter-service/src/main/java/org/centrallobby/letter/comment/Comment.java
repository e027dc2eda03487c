package org.centrallobby.letter.comment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.letter.LetterWriter;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.jspecify.annotations.Nullable;

/** What a supporter says in public about a campaign, one for each letter. It changes only under the lock of its row. */
@Entity
class Comment {
    @Id
    private UUID id;

    private UUID letter;
    private UUID campaign;
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String constituency;
    private String constituencyName;
    private @Nullable String shownName;
    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private CommentState state;

    private Instant stateSince;

    @Enumerated(EnumType.STRING)
    private @Nullable CommentFault rejectedFor;

    private int reports;
    private boolean lookedAtAgain;
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected Comment() {}

    Comment(UUID id, LetterWriter writer, String shownName, String text, Instant now) {
        this.id = id;
        this.letter = writer.letter();
        this.campaign = writer.campaign();
        this.organisation = writer.tenant().organisation();
        this.mode = writer.tenant().mode();
        this.constituency = writer.constituency();
        this.constituencyName = writer.constituencyName();
        this.shownName = shownName;
        this.text = text;
        this.state = CommentState.PENDING;
        this.stateSince = now;
        this.writtenAt = now;
    }

    /** Puts it into a state that {@link CommentSteps} has found to be legal. */
    void enter(CommentState next, @Nullable CommentFault fault, Instant now) {
        if (state == CommentState.REPORTED && next == CommentState.APPROVED) {
            lookedAtAgain = true;
            reports = 0;
        }
        state = next;
        stateSince = now;
        rejectedFor = fault;
    }

    /** Counts one complaint more. */
    void reported() {
        reports++;
    }

    /** Forgets what it says and who is said to say it. */
    void erase() {
        shownName = null;
        text = null;
    }

    UUID id() {
        return id;
    }

    UUID letter() {
        return letter;
    }

    UUID campaign() {
        return campaign;
    }

    UUID organisation() {
        return organisation;
    }

    /** The GSS code of where its writer lives. */
    String constituency() {
        return constituency;
    }

    String constituencyName() {
        return constituencyName;
    }

    /** Null once it is erased. */
    @Nullable String shownName() {
        return shownName;
    }

    /** Null once it is erased. */
    @Nullable String text() {
        return text;
    }

    CommentState state() {
        return state;
    }

    Instant stateSince() {
        return stateSince;
    }

    /** Null unless it is rejected. */
    @Nullable CommentFault rejectedFor() {
        return rejectedFor;
    }

    /** Complaints since a person last looked at it. */
    int reports() {
        return reports;
    }

    /** Whether a person has shown it once more after complaints. */
    boolean lookedAtAgain() {
        return lookedAtAgain;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
