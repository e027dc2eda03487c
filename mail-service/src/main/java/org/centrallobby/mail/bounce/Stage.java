package org.centrallobby.mail.bounce;

import java.util.Locale;
import java.util.regex.Pattern;

/** To what the other server said no. */
enum Stage {
    /** The connection, the greeting or the sender: nothing of it is the recipient's fault. */
    BEFORE_RECIPIENT,
    RECIPIENT,
    /** The content, wholly or in part. */
    CONTENT,
    /** It is not told. */
    UNTOLD;

    private static final Pattern TOLD = Pattern.compile(
            "(?i)(?:in reply to|in response to|after|did not like our|smtp:|step:|smtp command\\s{1,5}|\\[)\\s{0,12}(?:the |sending )?"
                    + "(end of data|pipelined data|data|rcpt|mail|ehlo|helo|initial|connect|greeting)(?:[ _](?:to|from)|\\b)");
    private static final Pattern BEFORE =
            Pattern.compile("(?i)refused to talk to me|but sender was rejected|does not like (?:the )?sender");
    private static final Pattern RECIPIENT_DISLIKED =
            Pattern.compile("(?i)does not like (?:the )?recipient|but recipient was rejected");
    private static final Pattern CONTENT_DISLIKED = Pattern.compile("(?i)failed after I sent the message");
    private static final Pattern DIALOGUE = Pattern.compile(
            "(?im)^\\s{0,20}>>>\\s{0,4}(EHLO|HELO|MAIL|RCPT|DATA|BDAT|QUIT)\\b[^\\n]{0,500}\\n\\s{0,20}<<<\\s?[45]\\d\\d");
    /** A server that is sent several commands at once answers RCPT when the client has written DATA already. */
    private static final Pattern NO_RECIPIENT_LEFT = Pattern.compile(
            "(?i)<<<[^\\n]{0,80}(?:need rcpt|valid recipient|no recipient|rcpt command|\\(recipient\\))");

    /** Reads it from a report's words; the first that is told counts. */
    static Stage in(String words) {
        if (BEFORE.matcher(words).find()) {
            return BEFORE_RECIPIENT;
        }
        var dialogue = DIALOGUE.matcher(words);
        if (dialogue.find()) {
            var stage = of(dialogue.group(1));
            return stage == CONTENT && NO_RECIPIENT_LEFT.matcher(words).find() ? RECIPIENT : stage;
        }
        if (RECIPIENT_DISLIKED.matcher(words).find()) {
            return RECIPIENT;
        }
        if (CONTENT_DISLIKED.matcher(words).find()) {
            return CONTENT;
        }
        var told = TOLD.matcher(words);
        return told.find() ? of(told.group(1)) : UNTOLD;
    }

    /** The words without those that name the stage, which would be taken for the reason. */
    static String removedFrom(String words) {
        return words.replaceAll("(?i)\\((?:in reply to|in response to)[^)]{0,60}\\)", " ")
                .replaceAll(
                        "(?i)SMTP error from remote (?:mail )?server|\\bhost[: ]{1,3}[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}\\.?(?: ?\\[[^\\]]{0,60}\\])?(?=[:\\s])",
                        " ")
                .replaceAll("(?i)\\bafter (?:end of data|pipelined data|(?:mail from|rcpt to|ehlo|helo|data):?)", " ");
    }

    private static Stage of(String command) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "rcpt" -> RECIPIENT;
            case "data", "end of data", "pipelined data", "bdat" -> CONTENT;
            default -> BEFORE_RECIPIENT;
        };
    }
}
