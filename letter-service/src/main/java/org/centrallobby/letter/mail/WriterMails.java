package org.centrallobby.letter.mail;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Everything this service says to a supporter by mail. What a stranger could have typed into the form, a name for
 * instance, does not stand in a mail to an address that nobody has confirmed: it would be a way to write to anyone.
 */
public final class WriterMails {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private WriterMails() {}

    public static MailWords confirmation(
            String member, String organisation, String campaign, URI link, String code, Instant until) {
        return new MailWords("Confirm your letter to " + member, """
                Hello,

                your letter to %s is written and waits for you. It goes out once you confirm it.

                Open this page and press the button on it:
                %s

                Or type this code where you wrote the letter: %s

                The letter is part of the campaign "%s" by %s.
                It waits until %s. If it is not confirmed by then, we delete it.

                You did not write a letter? Then somebody gave this address by mistake. Do nothing: no letter \
                is sent, and your address is deleted.
                """.formatted(
                        member, link, code, campaign, organisation, DAY.format(until)));
    }

    public static MailWords reminder(String member, String organisation, String campaign, URI link, Instant until) {
        return new MailWords("Your letter to %s still waits for you".formatted(member), """
                Hello,

                your letter to %s has not been sent yet: it waits for you to confirm it.

                Open this page and press the button on it:
                %s

                The letter is part of the campaign "%s" by %s.
                We delete it on %s unless you confirm it, and we do not remind you again.

                You did not write a letter? Then do nothing, and your address is deleted.
                """.formatted(
                        member, link, campaign, organisation, DAY.format(until)));
    }

    public static MailWords alreadyWritten(String member, String organisation, String campaign) {
        return new MailWords("You have already written to " + member, """
                Hello,

                you have just written to %s in the campaign "%s" by %s.
                A letter of yours to the same MP has gone out before. Offices count one letter from each \
                person, so we have not sent the new one and have not kept it.

                It was not you? Then somebody typed your name and address. Nothing was sent.
                """.formatted(member, campaign, organisation));
    }

    public static MailWords copy(String name, String member, String subject, String text, URI page) {
        return new MailWords("Sent: " + shortened(subject), """
                Dear %s,

                your letter has gone to %s. An answer comes straight to your own mailbox. Offices often take \
                some weeks; if they ask for your address, it stands under the letter.

                What becomes of your letter is shown on this page. It is private: whoever has its address can \
                read the letter.
                %s

                This is what you sent.
                Subject: %s

                %s""".formatted(name, member, page, subject, text));
    }

    public static MailWords failed(String name, String member, String subject, String text) {
        return new MailWords(
                "Not delivered: " + shortened(subject), """
                Dear %s,

                we are sorry: your letter to %s could not be delivered, and we have stopped trying. You have done \
                nothing wrong. Here is the letter, so that nothing of it is lost. You can post it to \
                %s, House of Commons, London SW1A 0AA.

                Subject: %s

                %s""".formatted(name, member, member, subject, text));
    }

    public static MailWords recalled(String name, String member, String organisation, String subject, String text) {
        return new MailWords(
                "Not sent: " + shortened(subject), """
                Dear %s,

                %s has decided not to send your letter to %s as part of its campaign. Here is the letter, so that \
                nothing of it is lost. You can post it to %s, House of Commons, London SW1A 0AA.

                Subject: %s

                %s""".formatted(name, organisation, member, member, subject, text));
    }

    public static MailWords takenBack(String name, String member, URI campaign, String subject, String text) {
        return new MailWords("Taken back: " + shortened(subject), """
                Dear %s,

                as you asked, your letter to %s was not sent. Here it is, so that nothing of it is lost. You can write \
                another one:
                %s

                Subject: %s

                %s""".formatted(name, member, campaign, subject, text));
    }

    public static MailWords writtenTwice(String name, String member, String subject, String text) {
        return new MailWords("Not sent: " + shortened(subject), """
                Dear %s,

                your letter to %s waited for somebody to hold the seat, and by now it is somebody to whom you have written \
                in the same campaign. Offices count one letter from each person, so we have not sent this one. Here it is, so \
                that nothing of it is lost.

                Subject: %s

                %s""".formatted(name, member, subject, text));
    }

    /** Leaves room for what stands before the subject: a mail's may have 200 characters. */
    private static String shortened(String subject) {
        return subject.length() <= 150 ? subject : subject.substring(0, 149) + "…";
    }
}
