package org.centrallobby.letter.mail;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.organisation.Organisation;
import org.centrallobby.letter.outbox.Outbox;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.supporter.EmailAddress;
import org.centrallobby.letter.supporter.Person;
import org.jspecify.annotations.Nullable;

/** Asks the mail-service for mails, each in the transaction that makes it due. */
@ApplicationScoped
public class MailRequests {
    static final String TOPIC = "letter.mail-request.v1";
    static final String REQUESTED = "org.centrallobby.mail.requested.v1";
    private static final String RECALLED = "org.centrallobby.mail.recalled.v1";
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    /** What a mail's reader would do with it a week later is nothing: it is given up then. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    private final Outbox outbox;
    private final AskedMails asked;
    private final InstantSource clock;

    MailRequests(Outbox outbox, AskedMails asked, InstantSource clock) {
        this.outbox = outbox;
        this.asked = asked;
        this.clock = clock;
    }

    /** A letter's words, and to whom they go. */
    public record Addressed(Correspondent to, MailWords words) {}

    /**
     * Gives a letter its recipient, whoever sends it. This is the one place where that is done: a test campaign's is its own
     * writer, whatever the seat says, so that no test reaches a member.
     */
    public Addressed addressed(Campaign campaign, Correspondent writer, Correspondent member, MailWords words) {
        return campaign.mode() == Mode.LIVE ? new Addressed(member, words) : new Addressed(writer, words.asTest());
    }

    /**
     * Sends a letter to a member in its writer's name.
     *
     * @return the mail's id, by which its delivery is reported
     */
    public UUID letter(
            Campaign campaign, Organisation organisation, Correspondent writer, Correspondent member, MailWords words) {
        var addressed = addressed(campaign, writer, member, words);
        return request(
                MailKind.LETTER,
                campaign,
                sender(writer.name(), organisation),
                writer,
                addressed.to(),
                addressed.words());
    }

    /** Writes to a supporter in the organisation's name. */
    public void toWriter(
            MailKind kind, Campaign campaign, Organisation organisation, Correspondent writer, MailWords words) {
        request(kind, campaign, sender(organisation.senderName(), organisation), null, writer, words);
    }

    /** Asks for a mail back. What became of it is reported: it may have been sent before. */
    public void recall(UUID mail) {
        outbox.add(TOPIC, mail.toString(), RECALLED, new MailRecall(mail));
    }

    private UUID request(
            MailKind kind,
            Campaign campaign,
            MailRequest.Sender from,
            @Nullable Correspondent replyTo,
            Correspondent to,
            MailWords words) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var request = new MailRequest(
                IDS.generate(),
                kind,
                new MailRequest.CampaignRef(campaign.id(), campaign.slug(), campaign.title(), campaign.organisation()),
                from,
                replyTo == null ? null : address(replyTo),
                address(to),
                words.subject(),
                words.text(),
                kind != MailKind.LETTER,
                now,
                now.plus(PATIENCE));
        outbox.add(TOPIC, request.mail().toString(), REQUESTED, request);
        var writer = replyTo == null ? to : replyTo;
        asked.persist(new AskedMail(
                request.mail(),
                campaign.id(),
                Person.of(campaign.id(), new EmailAddress(writer.email()), writer.name()),
                kind,
                now));
        return request.mail();
    }

    private static MailRequest.Sender sender(String name, Organisation organisation) {
        return new MailRequest.Sender(name, organisation.sendingDomain());
    }

    private static MailRequest.Address address(Correspondent correspondent) {
        return new MailRequest.Address(correspondent.name(), correspondent.email());
    }
}
