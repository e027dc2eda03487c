package org.centrallobby.letter.comment;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.CampaignState;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.confirmation.ConfirmationDesk;
import org.centrallobby.letter.language.Said;
import org.centrallobby.letter.letter.LetterWriter;
import org.centrallobby.letter.letter.LetterWriters;
import org.centrallobby.letter.letter.PlainText;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Page;
import org.centrallobby.letter.web.PageRequest;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Where supporters say something in public and take it back, and where complaints of what they said are noted. */
@ApplicationScoped
public class CommentDesk {
    /** In code points, after cleaning. */
    static final int LONGEST = 1_000;

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Comments comments;
    private final CommentReports reports;
    private final CommentSteps steps;
    private final LetterWriters writers;
    private final ConfirmationDesk confirmations;
    private final Campaigns campaigns;
    private final CommentConfig config;

    CommentDesk(
            Comments comments,
            CommentReports reports,
            CommentSteps steps,
            LetterWriters writers,
            ConfirmationDesk confirmations,
            Campaigns campaigns,
            CommentConfig config) {
        this.comments = comments;
        this.reports = reports;
        this.steps = steps;
        this.writers = writers;
        this.confirmations = confirmations;
        this.campaigns = campaigns;
        this.config = config;
    }

    /**
     * Takes a comment of the writer to whom this token was given; nobody sees it before a person has read it.
     *
     * @param token of their letter's private page, or of the link with which they confirmed it
     * @param slug the campaign that the letter has to belong to; null where the token says enough
     */
    @Transactional
    public WrittenComment write(@Nullable String token, @Nullable String slug, @Nullable String typed) {
        var text = checked(typed);
        // Whoever takes the letter back or has it forgotten meanwhile has to find the comment.
        var writer = writers.held(writer(token).letter()).orElseThrow(CommentDesk::unknownWriter);
        var campaign = campaigns.findById(writer.campaign());
        if (slug != null && !slug.equals(campaign.slug())) {
            throw unknownWriter();
        }
        if (!takesComments(campaign)) {
            throw new Failure(ProblemType.COMMENTS_OFF, "This campaign takes no comments.");
        }
        if (comments.ofLetter(writer.letter()).isPresent()) {
            throw alreadyCommented();
        }
        var comment = new Comment(
                IDS.generate(), writer, ShownName.of(writer.name(), campaign.commentNames()), text, steps.now());
        begin(comment);
        return new WrittenComment(comment.id(), comment.state());
    }

    /** Takes a comment back, for good; once more does no harm. */
    @Transactional
    public void withdraw(UUID id, @Nullable String token) {
        var writer = writer(token);
        var comment = comments.locked(id)
                .filter(own -> own.letter().equals(writer.letter()))
                .orElseThrow(CommentDesk::unknown);
        steps.take(comment, CommentState.WITHDRAWN, null);
    }

    /** Refuses a comment that is neither shown nor was until readers complained. */
    @Transactional
    void requireOpenToComplaints(UUID id) {
        if (comments.findByIdOptional(id)
                .filter(CommentDesk::isOpenToComplaints)
                .isEmpty()) {
            throw unknown();
        }
    }

    /** Notes that a reader complains of a comment that is shown; enough complaints hide it until a person looks. */
    @Transactional
    void report(UUID id, CommentFault fault) {
        var comment =
                comments.locked(id).filter(CommentDesk::isOpenToComplaints).orElseThrow(CommentDesk::unknown);
        reports.count(id, fault);
        comment.reported();
        var patience = config.reportsThatHide() * (comment.lookedAtAgain() ? 10 : 1);
        if (comment.reports() >= patience) {
            steps.take(comment, CommentState.REPORTED, null);
        }
    }

    /** What the writer with this page or confirmation has said, and what became of it; empty where they have said nothing. */
    @Transactional
    public Optional<OwnComment> ofWriter(String token) {
        return found(token)
                .flatMap(writer -> comments.ofLetter(writer.letter()))
                .map(OwnComment::of);
    }

    /** How the writer with this page or confirmation would be named, if they may say something and have not. */
    @Transactional
    public Optional<CommentInvitation> invitation(String token) {
        return found(token)
                .filter(writer -> comments.ofLetter(writer.letter()).isEmpty())
                .flatMap(writer -> {
                    var campaign = campaigns.findById(writer.campaign());
                    return takesComments(campaign)
                            ? Optional.of(new CommentInvitation(
                                    ShownName.of(writer.name(), campaign.commentNames()), writer.constituencyName()))
                            : Optional.empty();
                });
    }

    /** The comments that the public sees of a campaign, the newest first; empty for a campaign that shows none. */
    @Transactional
    public Optional<Page<PublicComment>> wall(String slug, PageRequest request) {
        return campaigns.published(slug).filter(Campaign::comments).map(campaign -> page(campaign, request));
    }

    /** One comment that the public sees. */
    @Transactional
    public Optional<PublicComment> shown(String slug, UUID id) {
        return campaigns
                .published(slug)
                .filter(Campaign::comments)
                .flatMap(campaign -> comments.findByIdOptional(id)
                        .filter(comment -> comment.campaign().equals(campaign.id()))
                        .filter(comment -> comment.state() == CommentState.APPROVED))
                .map(PublicComment::of);
    }

    private Page<PublicComment> page(Campaign campaign, PageRequest request) {
        var after = request.after().map(cursor -> cursor.after()).orElse(null);
        return Page.of(
                        comments.page(campaign.id(), CommentState.APPROVED, after, request.limit() + 1),
                        request.limit(),
                        Comment::id)
                .map(PublicComment::of);
    }

    private static boolean isOpenToComplaints(Comment comment) {
        return comment.state() == CommentState.APPROVED || comment.state() == CommentState.REPORTED;
    }

    private static boolean takesComments(Campaign campaign) {
        return campaign.comments() && campaign.state() != CampaignState.CLOSED;
    }

    private LetterWriter writer(@Nullable String token) {
        return found(token == null ? "" : token).orElseThrow(CommentDesk::unknownWriter);
    }

    private Optional<LetterWriter> found(String token) {
        return writers.ofPage(token).or(() -> confirmations.letterOf(token).flatMap(writers::of));
    }

    private static String checked(@Nullable String typed) {
        // Twice the length leaves room for what cleaning takes away, and bounds its work.
        var tooLong = typed != null && typed.length() > 4 * LONGEST;
        var text = typed == null || tooLong ? "" : PlainText.lines(typed);
        if (tooLong || text.codePointCount(0, text.length()) > LONGEST) {
            throw invalid(Said.of("field.too-long", "limit", LONGEST));
        }
        // Joiners alone, or marks on nothing, are not seen.
        if (text.codePoints().noneMatch(character -> Character.isLetterOrDigit(character) || isSymbol(character))) {
            throw invalid(Said.of("field.comment"));
        }
        return text;
    }

    private static boolean isSymbol(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL;
    }

    private static Failure invalid(Said said) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the fields named below.",
                List.of(new FieldError("#/text", said)));
    }

    /** Two comments for one letter may come at the same moment: then the database decides. */
    private void begin(Comment comment) {
        try {
            steps.begin(comment);
        } catch (PersistenceException e) {
            if (e instanceof ConstraintViolationException violation
                    && "comment_letter".equals(violation.getConstraintName())) {
                throw alreadyCommented();
            }
            throw e;
        }
    }

    private static Failure alreadyCommented() {
        return new Failure(ProblemType.ALREADY_COMMENTED, "You have written a comment for this letter before.");
    }

    private static Failure unknown() {
        return new Failure(ProblemType.NOT_FOUND, "There is no such comment.");
    }

    private static Failure unknownWriter() {
        return new Failure(
                ProblemType.UNKNOWN_CONFIRMATION,
                "We do not know a confirmed letter by this link. Check that it is whole.");
    }
}
