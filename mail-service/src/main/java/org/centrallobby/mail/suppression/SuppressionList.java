package org.centrallobby.mail.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.mail.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Puts mailboxes on the list. Whoever sends asks the table itself, in the transaction in which a mail is taken or sent. */
@ApplicationScoped
public class SuppressionList {
    private final Suppressions suppressions;
    private final SuppressionConfig config;
    private final InstantSource clock;

    SuppressionList(Suppressions suppressions, SuppressionConfig config, InstantSource clock) {
        this.suppressions = suppressions;
        this.config = config;
        this.clock = clock;
    }

    /**
     * An address does not exist: nobody on the platform writes to it for a while.
     *
     * @param address as the other server named it
     * @param evidence the mail that came back
     * @param isOffice whether it is a member's office, to which letters go: it is held back for a shorter time
     */
    @Transactional
    public void bounced(EmailAddress address, UUID evidence, boolean isOffice) {
        var now = clock.instant();
        var until = now.plus(isOffice ? config.keepBouncedOffice() : config.keepBounced());
        add(null, address.mailbox(), masked(address), SuppressionReason.BOUNCED, evidence, until);
    }

    /**
     * A reader calls a mail of the organisation unwanted: it sends nothing more there.
     *
     * @param mailbox see {@link EmailAddress#mailbox()}; feedback reports often leave the address out
     * @param address what is known of it; null where it is not told
     */
    @Transactional
    public void complained(UUID organisation, UUID mailbox, @Nullable EmailAddress address, UUID evidence) {
        add(
                organisation,
                mailbox,
                masked(address),
                SuppressionReason.COMPLAINED,
                evidence,
                end(config.keepComplained().orElse(null)));
    }

    /** A reader wants no more news of the organisation; letters and what somebody asks for still come. */
    @Transactional
    public void unsubscribed(UUID organisation, UUID mailbox, UUID evidence) {
        add(
                organisation,
                mailbox,
                masked(null),
                SuppressionReason.UNSUBSCRIBED,
                evidence,
                end(config.keepUnsubscribed().orElse(null)));
    }

    /** When an entry of that reason made now ends, where nobody says it; null for never. */
    @Nullable Instant defaultEnd(SuppressionReason reason) {
        return switch (reason) {
            case BOUNCED -> end(config.keepBounced());
            case COMPLAINED -> end(config.keepComplained().orElse(null));
            case UNSUBSCRIBED -> end(config.keepUnsubscribed().orElse(null));
            case REQUESTED -> end(config.keepRequested().orElse(null));
        };
    }

    Suppressions.Added add(
            @Nullable UUID organisation,
            UUID mailbox,
            String shown,
            SuppressionReason reason,
            @Nullable UUID evidence,
            @Nullable Instant until) {
        return suppressions.add(
                new Suppressions.Entry(organisation, mailbox, shown, reason, evidence, clock.instant(), until));
    }

    private @Nullable Instant end(@Nullable Duration after) {
        return after == null ? null : clock.instant().plus(after);
    }

    /** What an operator may see of an address: j***@example.org; three asterisks where it is not known. */
    static String masked(@Nullable EmailAddress address) {
        if (address == null) {
            return "***";
        }
        var first = address.local().codePointAt(0);
        return Character.toString(first) + "***@" + address.domain();
    }
}
