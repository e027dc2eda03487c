package org.centrallobby.letter.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.letter.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A letter that its writer sends from their own mailbox. It travels in the page's form, as nothing of it may stand in an address
 * of ours.
 *
 * @param letter its id
 * @param token with which the writer says that they have sent it
 * @param to the MP's address
 * @param copyTo to be put beside it; empty where no copies are taken
 * @param text the whole letter, lines ended by LF
 */
record MailboxView(String letter, String token, String to, String copyTo, String subject, String text) {
    /** Windows hands no more to a mail program; the web mailers cut what is longer, or refuse it. */
    private static final int LONGEST_MAILTO = 2_000;

    private static final int LONGEST_WEB = 7_000;

    static MailboxView of(Receipt receipt, Receipt.OwnMailbox mailbox) {
        return new MailboxView(
                receipt.id().toString(),
                mailbox.token(),
                mailbox.to(),
                orEmpty(mailbox.copyTo()),
                mailbox.subject(),
                mailbox.text());
    }

    static MailboxView of(Map<String, List<String>> form) {
        return new MailboxView(
                text(form, "letter"),
                text(form, "token"),
                text(form, "to"),
                text(form, "copyTo"),
                text(form, "mailSubject"),
                text(form, "mailText").replace("\r\n", "\n"));
    }

    /** Opens the writer's mail program with the letter in it (RFC 6068), or without its text where that is too long to travel. */
    public String mailto() {
        // An address stands as it is, its @ too: there are mail programs that take nothing else.
        return fitting(
                "mailto:" + encoded(to).replace("%40", "@") + "?" + copy() + "subject=" + encoded(subject),
                "body",
                LONGEST_MAILTO);
    }

    public String gmail() {
        var start = "https://mail.google.com/mail/?view=cm&fs=1&to=" + encoded(to) + "&" + copy();
        return fitting(start + "su=" + encoded(subject), "body", LONGEST_WEB);
    }

    public String outlook() {
        var start = "https://outlook.live.com/mail/0/deeplink/compose?to=" + encoded(to) + "&" + copy();
        return fitting(start + "subject=" + encoded(subject), "body", LONGEST_WEB);
    }

    /** Whether some of the links open a message without the letter, which is to be pasted then. */
    public boolean isLong() {
        return !mailto().contains("&body=") || !gmail().contains("&body=");
    }

    private String copy() {
        return copyTo.isEmpty() ? "" : "cc=" + encoded(copyTo) + "&";
    }

    private String fitting(String link, String name, int longest) {
        var whole = link + "&" + name + "=" + encoded(text.replace("\n", "\r\n"));
        return whole.length() <= longest ? whole : link;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }

    private static String text(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }

    @Override
    public String toString() {
        return "MailboxView[***]";
    }
}
