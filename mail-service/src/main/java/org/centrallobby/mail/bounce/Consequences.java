package org.centrallobby.mail.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.queue.Returns;
import org.centrallobby.mail.queue.SentMail;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.suppression.SuppressionList;
import org.jspecify.annotations.Nullable;

/** Does what follows from something that came back, once, in one transaction with its being remembered. */
@ApplicationScoped
class Consequences {
    private static final Duration AGAIN = Duration.ofSeconds(30);
    /** Over how long letters to an office that say the same of its address are counted. */
    private static final Duration OF_LATE = Duration.ofDays(14);

    private final Returns mails;
    private final ReturnedMails returned;
    private final SuppressionList suppressions;
    private final Forwarding forwarding;
    private final BounceConfig config;
    private final InstantSource clock;

    Consequences(
            Returns mails,
            ReturnedMails returned,
            SuppressionList suppressions,
            Forwarding forwarding,
            BounceConfig config,
            InstantSource clock) {
        this.mails = mails;
        this.returned = returned;
        this.suppressions = suppressions;
        this.forwarding = forwarding;
        this.config = config;
        this.clock = clock;
    }

    /** Acts on it, unless it has come before, its mail is none of ours, or there was too much of it already. */
    @Transactional
    Action draw(Understood understood, UUID mail, byte[] fingerprint) {
        returned.lock(mail);
        var sent = mails.find(mail).orElse(null);
        if (sent == null || understood.mailClass() == MailClass.UNKNOWN) {
            return Action.DISCARDED;
        }
        if (returned.isKnown(mail, fingerprint)) {
            return Action.NONE;
        }
        if (returned.count(mail) >= config.returnsPerMail()) {
            return Action.DISCARDED;
        }
        if (understood.mailClass().provesArrival()) {
            mails.arrived(mail);
        }
        return switch (understood.mailClass()) {
            case HARD, SOFT -> undelivered(understood, sent, fingerprint);
            case COMPLAINT -> complaint(understood, sent, fingerprint);
            case AUTO_REPLY, REPLY -> answer(understood, sent, fingerprint);
            default -> remember(understood.mailClass(), first(understood), sent, fingerprint, Action.RECORDED);
        };
    }

    /** Tries again what found its mail in a sender's hands; where that still has it, it waits on. */
    @Transactional
    void drawAgain(ReturnedMails.Due due) {
        returned.lock(due.mail());
        var waiting = returned.waiting(due.id());
        if (waiting == null) {
            return;
        }
        var reply = new Reply(waiting.code(), waiting.status(), waiting.words());
        var action = report(due.mail(), waiting.mailClass(), waiting.reason(), reply, waiting.suppressed());
        if (action == Action.WAITING && hasWaitedEnough(due)) {
            returned.settle(due.id(), Action.RECORDED, null);
        } else {
            returned.settle(
                    due.id(), action, action == Action.WAITING ? clock.instant().plus(AGAIN) : null);
        }
    }

    /** Whether it has waited for as long as anything does. */
    boolean hasWaitedEnough(ReturnedMails.Due due) {
        return due.cameAt().plus(config.patience()).isBefore(clock.instant());
    }

    private Action undelivered(Understood understood, SentMail sent, byte[] fingerprint) {
        var recipient = concerned(understood, sent);
        if (recipient.mailClass().provesArrival()) {
            mails.arrived(sent.id());
        }
        if (!recipient.mailClass().isUndelivered() || isOnlyOfOthers(recipient, sent)) {
            return remember(recipient.mailClass(), recipient, sent, fingerprint, Action.RECORDED);
        }
        var reason = recipient.reason() == null ? Reason.UNDEFINED : recipient.reason();
        var address = recipient.mailClass() == MailClass.HARD ? own(recipient, sent) : null;
        var suppress = false;
        if (address != null && isEnough(sent, address.mailbox())) {
            suppressions.bounced(address, sent.id(), sent.kind() == MailKind.LETTER);
            suppress = true;
        }
        var reply = new Reply(recipient.code(), recipient.status(), recipient.words());
        var action = report(sent.id(), recipient.mailClass(), reason, reply, suppress);
        returned.add(
                sent.id(),
                fingerprint,
                recipient.mailClass(),
                recipient,
                address == null ? null : sent.mailbox(),
                suppress,
                action,
                clock.instant(),
                action == Action.WAITING ? clock.instant().plus(AGAIN) : null);
        return action;
    }

    private Action report(UUID mail, MailClass mailClass, Reason reason, Reply reply, boolean suppressed) {
        if (mailClass == MailClass.SOFT && reason.mayPass()) {
            if (returned.proveArrival(mail)) {
                return Action.RECORDED;
            }
            if (returned.retried(mail) < config.retriesPerMail()) {
                return switch (mails.retry(mail, reply)) {
                    case AGAIN -> Action.RETRIED;
                    case ALREADY -> Action.RECORDED;
                    case BOUNCED -> Action.FAILED;
                    case IN_HANDS -> Action.WAITING;
                };
            }
        }
        if (!mails.bounced(mail, reply)) {
            return Action.WAITING;
        }
        return suppressed ? Action.SUPPRESSED : Action.FAILED;
    }

    /**
     * Whether a mailbox that this one forwards to is full, say: the mail is where it was to go, and offered again it would be
     * there twice.
     */
    private static boolean isOnlyOfOthers(ReturnedRecipient recipient, SentMail sent) {
        return recipient.mailClass() == MailClass.SOFT
                && recipient.reason() != null
                && recipient.reason().mayPass()
                && recipient.address() != null
                && own(recipient, sent) == null;
    }

    /** One letter that comes back closes no member's office, however many servers report it. */
    private boolean isEnough(SentMail sent, UUID mailbox) {
        return sent.kind() != MailKind.LETTER
                || returned.othersWithoutAddress(
                                        mailbox, sent.id(), clock.instant().minus(OF_LATE))
                                + 1
                        >= config.lettersBeforeSuppression();
    }

    private Action complaint(Understood understood, SentMail sent, byte[] fingerprint) {
        mails.complained(sent.id());
        var complaint = first(understood);
        var mailbox = sent.mailbox();
        if (sent.kind() == MailKind.LETTER || mailbox == null) {
            // An office that is tired of letters is for the operator to talk to.
            return remember(MailClass.COMPLAINT, complaint, sent, fingerprint, Action.RECORDED);
        }
        suppressions.complained(
                sent.organisation(), mailbox, complaint == null ? null : own(complaint, sent), sent.id());
        return remember(MailClass.COMPLAINT, complaint, sent, fingerprint, Action.SUPPRESSED);
    }

    /** Passes an answer on to the writer: a machine's once for each mail, a person's each, up to a bound. */
    private Action answer(Understood understood, SentMail sent, byte[] fingerprint) {
        var isAutomatic = understood.mailClass() == MailClass.AUTO_REPLY;
        if (isAutomatic) {
            mails.autoReplied(sent.id());
        }
        var before = returned.forwarded(sent.id(), understood.mailClass());
        var goesOn = before < (isAutomatic ? 1 : config.answersPerMail()) && forwarding.forward(understood, sent);
        return remember(understood.mailClass(), null, sent, fingerprint, goesOn ? Action.FORWARDED : Action.RECORDED);
    }

    private Action remember(
            MailClass mailClass,
            @Nullable ReturnedRecipient recipient,
            SentMail sent,
            byte[] fingerprint,
            Action action) {
        returned.add(sent.id(), fingerprint, mailClass, recipient, null, false, action, clock.instant(), null);
        return action;
    }

    /** The recipient that the mail was for, where the report names several; otherwise the gravest. */
    private static ReturnedRecipient concerned(Understood understood, SentMail sent) {
        return understood.recipients().stream()
                .filter(recipient -> own(recipient, sent) != null)
                .findFirst()
                .orElseGet(() -> understood.recipients().stream()
                        .filter(recipient -> recipient.mailClass() == understood.mailClass())
                        .findFirst()
                        .orElseThrow());
    }

    private static @Nullable ReturnedRecipient first(Understood understood) {
        return understood.recipients().isEmpty()
                ? null
                : understood.recipients().getFirst();
    }

    /** The address, if the mail was for it: of one that it was forwarded to from there nothing follows for its own. */
    private static @Nullable EmailAddress own(ReturnedRecipient recipient, SentMail sent) {
        if (recipient.address() == null) {
            return null;
        }
        try {
            var address = EmailAddress.parse(recipient.address());
            return address.mailbox().equals(sent.mailbox()) ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
