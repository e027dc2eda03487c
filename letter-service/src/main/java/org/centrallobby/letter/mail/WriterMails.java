package org.centrallobby.letter.mail;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.centrallobby.letter.language.Language;

/**
 * Everything this service says to a supporter by mail, in their language. What a stranger could have typed into the form, a
 * name for instance, does not stand in a mail to an address that nobody has confirmed: it would be a way to write to anyone.
 */
public final class WriterMails {
    private final Language language;

    private WriterMails(Language language) {
        this.language = language;
    }

    /** The mails in that language, by its BCP 47 tag. */
    public static WriterMails in(String language) {
        return new WriterMails(Language.of(language));
    }

    public MailWords confirmation(
            String member, String organisation, String campaign, URI link, String code, Instant until) {
        return new MailWords(
                language.say("mail.confirmation", "member", member),
                language.say(
                        "mail.confirmation.text",
                        Map.of(
                                "member", member,
                                "organisation", organisation,
                                "campaign", campaign,
                                "link", link.toString(),
                                "code", code,
                                "until", language.weekday(until))));
    }

    public MailWords reminder(String member, String organisation, String campaign, URI link, Instant until) {
        return new MailWords(
                language.say("mail.reminder", "member", member),
                language.say(
                        "mail.reminder.text",
                        Map.of(
                                "member", member,
                                "organisation", organisation,
                                "campaign", campaign,
                                "link", link.toString(),
                                "until", language.weekday(until))));
    }

    public MailWords alreadyWritten(String member, String organisation, String campaign) {
        return new MailWords(
                language.say("mail.already-written", "member", member),
                language.say(
                        "mail.already-written.text",
                        Map.of("member", member, "organisation", organisation, "campaign", campaign)));
    }

    public MailWords copy(String name, String member, String subject, String text, URI page) {
        return withLetter(
                language.say("mail.copy", "subject", shortened(subject)),
                language.say("mail.copy.text", Map.of("name", name, "member", member, "page", page.toString())),
                "\n",
                subject,
                text);
    }

    public MailWords failed(String name, String member, String subject, String text) {
        return withLetter(
                language.say("mail.failed", "subject", shortened(subject)),
                language.say("mail.failed.text", "name", name, "member", member),
                "\n\n",
                subject,
                text);
    }

    /** Of a letter that was given up and may have arrived all the same. */
    public MailWords inDoubt(String name, String member, String subject, String text) {
        return withLetter(
                language.say("mail.in-doubt", "subject", shortened(subject)),
                language.say("mail.in-doubt.text", "name", name, "member", member),
                "\n\n",
                subject,
                text);
    }

    public MailWords recalled(String name, String member, String organisation, String subject, String text) {
        return withLetter(
                language.say("mail.recalled", "subject", shortened(subject)),
                language.say(
                        "mail.recalled.text", Map.of("name", name, "member", member, "organisation", organisation)),
                "\n\n",
                subject,
                text);
    }

    public MailWords takenBack(String name, String member, URI campaign, String subject, String text) {
        return withLetter(
                language.say("mail.taken-back", "subject", shortened(subject)),
                language.say(
                        "mail.taken-back.text",
                        Map.of("name", name, "member", member, "campaign", campaign.toString())),
                "\n\n",
                subject,
                text);
    }

    public MailWords writtenTwice(String name, String member, String subject, String text) {
        return withLetter(
                language.say("mail.written-twice", "subject", shortened(subject)),
                language.say("mail.written-twice.text", "name", name, "member", member),
                "\n\n",
                subject,
                text);
    }

    /** The letter stands behind what is said of it, whole and as it is. */
    private MailWords withLetter(String mailSubject, String words, String gap, String subject, String text) {
        return new MailWords(
                mailSubject, words + gap + language.say("mail.subject", "subject", subject) + "\n\n" + text);
    }

    /** Leaves room for what stands before the subject: a mail's may have 200 characters. */
    private static String shortened(String subject) {
        return subject.length() <= 150 ? subject : subject.substring(0, 149) + "…";
    }
}
